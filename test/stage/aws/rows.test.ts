import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#aws/database';
import { paymentStore } from '#aws/payments/payment-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { reminderStore } from '#aws/sending/reminder-store';
import { sliceStore } from '#aws/sending/slice-store';
import type { Reminder } from '#domain/sending/reminder';
import { keys } from '#table';
import { aWorker } from '../../builders.ts';
import { plan } from '../../plan.ts';
import { testDatabase } from './database.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
const workers = () => workerStore({ ...database, shards: 4 });
const put = (row: Readonly<Record<string, unknown>>) =>
  database.client.send(new PutCommand({ TableName: database.tableName, Item: row }));
const get = async (key: { pk: string; sk: string }) =>
  (await database.client.send(new GetCommand({ TableName: database.tableName, Key: key }))).Item;

beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  database = await server.fresh();
});

const { workerId } = aWorker();
const step = { month: '2026-11', step: 'before' };
const reminder: Reminder = {
  ...{
    workerId,
    ...step,
    status: 'claimed',
    reason: null,
    at: '2026-11-11T02:00:00.000Z',
    claimId: 'holder-1',
    messageId: null,
    parts: 1,
  },
  ...{
    runId: 'run_WIB_2026-11-11_0900_before_2026-11',
    priceUsd: 0.16,
    planVersion: 1,
    arm: 'reminded',
    province: 'Jawa Tengah',
  },
  ...{ sector: 'other', language: 'id' },
};

describe('a row that somebody has broken by hand', () => {
  const broken = {
    ...aWorker(),
    ...keys.worker(workerId),
    income: 'a million',
    province: 'Jawa',
    rev: 7,
  };

  it('is set aside with its reason, and the others are looked at', async () => {
    await put(broken);
    await workers().create(aWorker({ workerId: 'wrk_11111111111111111111' }));
    const fresh = await reminderStore(database).readFresh(
      [workerId, 'wrk_11111111111111111111'],
      step,
    );
    expect(fresh.get(workerId)).toEqual({
      worker: undefined,
      reminder: undefined,
      unreadable: {
        rev: 7,
        reason: 'province: is not a province; income: is not an amount in whole rupiah',
      },
    });
    expect(fresh.get('wrk_11111111111111111111')?.worker).toBeDefined();
  });

  it('does not quote the person', async () => {
    await put({ ...broken, name: 7, phone: 6_287_000_000_000n.toString() });
    const readFresh = (await reminderStore(database).readFresh([workerId], step)).get(workerId);
    expect(readFresh?.unreadable?.reason).not.toMatch(/million|6287/);
  });

  it('can have its reminder written down, and is not created anew', async () => {
    await put(broken);
    expect(
      await reminderStore(database).write(
        { ...reminder, status: 'failed', reason: 'unreadable' },
        7,
      ),
    ).toBe('written');
    expect(await workers().create(aWorker())).toBe(false);
    expect(await workers().get([workerId])).toEqual(new Map());
  });

  it('is erased all the same, and once', async () => {
    await put(broken);
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => workers().erase(workerId, reminder.at)),
    ).then((answers) => answers.toSorted().reverse());
    expect([first, others]).toEqual([true, [false, false]]);
    expect(await get(keys.worker(workerId))).toEqual({
      ...keys.worker(workerId),
      erasedAt: reminder.at,
    });
    expect(await workers().create(aWorker())).toBe(false);
  });

  it('is no worker at all without a rev', async () => {
    await put({ ...keys.worker(workerId), rev: '7' });
    expect(
      (await reminderStore(database).readFresh([workerId], step)).get(workerId)?.unreadable?.rev,
    ).toBeNaN();
  });

  it('spoils neither the list of slices nor a timeline', async () => {
    await put({
      ...keys.slice({ zone: 'Asia/Jakarta', date: '2026-11-11', time: '09:00', shard: 0, ...step }),
      state: 'lost',
    });
    await put({ ...keys.reminder({ workerId, ...step }), status: 'perhaps' });
    expect(await sliceStore(database).list('Asia/Jakarta', '2026-11-11')).toEqual([]);
    expect((await workers().timeline(workerId)).reminders).toEqual([]);
  });

  it('that was the current plan does not cost a version that was kept', async () => {
    const saved = { plan, savedAt: reminder.at, savedBy: 'admin' };
    await planStore(database).save(saved);
    await database.client.send(
      new DeleteCommand({ TableName: database.tableName, Key: keys.currentPlan }),
    );
    expect(await planStore(database).save({ ...saved, savedBy: 'somebody else' })).toBe(false);
    expect(await planStore(database).version(1)).toEqual(saved);
  });

  it('that is a payment is no free reference', async () => {
    await put({ ...keys.payment('jmo', 'JMO-1'), amount: 'much' });
    await expect(paymentStore({ ...database, shards: 4 }).get('jmo', 'JMO-1')).rejects.toThrow(
      'PAY#jmo#JMO-1',
    );
  });
});

it('a row from before a fact was kept is as if no roster had said it', async () => {
  const { group: _, ...before } = aWorker();
  await put({ ...before, ...keys.worker(workerId) });
  expect((await workers().get([workerId])).get(workerId)).toEqual(aWorker({ group: null }));
});

describe('what is stored', () => {
  it('is in the indexes for workers alone', async () => {
    await workers().create(aWorker());
    await reminderStore(database).write({ ...reminder, status: 'failed' }, 0);
    await workers().replace(aWorker(), {
      workerId,
      id: 'c',
      at: reminder.at,
      by: 'admin',
      what: 'corrected',
      fields: ['name'],
      reason: null,
    });
    const { Items = [] } = await database.client.send(
      new ScanCommand({ TableName: database.tableName }),
    );
    expect(Items.filter((row) => 'phone' in row || 'dueKey' in row).map(({ sk }) => sk)).toEqual([
      'WRK',
    ]);
    expect(Items).toHaveLength(4);
  });

  it('says where a worker is in the due index', async () => {
    await workers().create(aWorker());
    expect(await get(keys.worker(workerId))).toMatchObject({
      dueKey: 'Asia/Jakarta#2026-11#0',
      rev: 0,
    });
  });

  it('expires 13 months after a reminder was written, and what a person saw of it too', async () => {
    await workers().create(aWorker());
    await reminderStore(database).write({ ...reminder, status: 'failed' }, 0);
    for (const key of [
      keys.reminder(reminder),
      keys.attention('failed', reminder.at, `${workerId}#2026-11#before`),
    ])
      expect(new Date(1_000 * (await get(key))?.expiresAt).toISOString()).toBe(
        '2027-12-19T02:00:00.000Z',
      );
  });
});

describe('between a read and the write that follows it', () => {
  /** A database in whose hands something else happens after the first row that is read. */
  const interrupted = (happens: () => Promise<unknown>): Database => {
    let left = 1;
    const send = async (command: GetCommand) => {
      const answer = await database.client.send(command);
      if (command instanceof GetCommand && left-- > 0) await happens();
      return answer;
    };
    return { ...database, client: Object.assign(Object.create(database.client), { send }) };
  };

  it('a refusal is recorded though somebody takes its holder for gone', async () => {
    await workers().create(aWorker());
    await reminderStore(database).write(reminder, 0);
    const presume = () =>
      reminderStore(database).presumeUnknown(reminder, 'holder-1', '2026-11-11T02:01:30.000Z');
    const outcome = {
      status: 'failed',
      reason: 'OptedOut',
      messageId: null,
      at: '2026-11-11T02:01:31.000Z',
    } as const;
    expect(await reminderStore(interrupted(presume)).record(reminder, 'holder-1', outcome)).toBe(
      true,
    );
    expect(await get(keys.reminder(reminder))).toMatchObject(outcome);
    expect(
      await get(
        keys.attention('unknown', '2026-11-11T02:01:30.000Z', `${workerId}#2026-11#before`),
      ),
    ).toBeUndefined();
  });
});
