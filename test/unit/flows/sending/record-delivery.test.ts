import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { DeliveryReceipt } from '#domain/sending/delivery';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-workers';
import { planRun } from '#flows/sending/plan-run';
import { recordDeliveries } from '#flows/sending/record-delivery';
import type { World } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import {
  aMorning,
  by,
  later,
  nine,
  outcomeOf,
  outcomes,
  paymentOf,
  texted,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const siti = aWorker();
const invalid = { status: 'undelivered', reason: 'Invalid phone number', permanent: true } as const;
const off = {
  status: 'undelivered',
  reason: 'Phone is currently unreachable/unavailable',
} as const;

/** Of Siti's text at nine, seven seconds later. */
const aReceipt = (facts: Partial<DeliveryReceipt> = {}): DeliveryReceipt => ({
  ...{
    messageId: 'msg_1',
    phone: siti.phone ?? '',
    status: 'delivered',
    reason: null,
    permanent: false,
    parts: 1,
    priceUsd: 0.16,
  },
  ...{ sentAt: nine, at: addSeconds(nine, 7) },
  ...facts,
});

async function texts(workers: readonly Worker[] = [siti]) {
  const stage = await aMorning({ workers });
  await workOff(stage.world);
  return stage;
}

const record = (world: World, ...receipts: readonly Partial<DeliveryReceipt>[]) =>
  recordDeliveries(receipts.map(aReceipt), world);
const attention = async (world: World) =>
  (
    await Promise.all(
      (['unknown', 'undelivered'] as const).map((kind) => world.attention.list(kind, null)),
    )
  ).flatMap(({ items }) => items);
const failures = ({ state }: World, { workerId }: Pick<Worker, 'workerId'> = siti) =>
  state.workers.get(workerId)?.phoneFailures;

describe('a receipt', () => {
  it('makes a sent text delivered, with parts and price as billed', async () => {
    const { world } = await texts();
    expect(await record(world, { parts: 2, priceUsd: 0.4 })).toEqual({
      delivered: 1,
      undelivered: 0,
      ignored: 0,
    });
    const [row] = world.state.reminders.values();
    expect(row).toMatchObject({
      status: 'delivered',
      messageId: 'msg_1',
      parts: 2,
      priceUsd: 0.4,
      at: addSeconds(nine, 7),
    });
    expect(await attention(world)).toEqual([]);
  });

  it('keeps what was reckoned where it does not say', async () => {
    const { world } = await texts();
    const [before] = world.state.reminders.values();
    await record(world, { parts: null, priceUsd: null });
    expect([...world.state.reminders.values()][0]).toMatchObject({
      parts: before?.parts,
      priceUsd: before?.priceUsd,
    });
  });

  it('that says it did not arrive brings it before a person', async () => {
    const { world } = await texts();
    expect(await record(world, off)).toMatchObject({ undelivered: 1 });
    expect(outcomeOf(world)).toBe(`undelivered: ${off.reason}`);
    expect(await attention(world)).toMatchObject([
      { kind: 'undelivered', workerId: siti.workerId },
    ]);
  });

  it('repeated fifty times, at once and in one batch, is one', async () => {
    const { world } = await texts();
    const told = await Promise.all(Array.from({ length: 50 }, () => record(world, {}, {})));
    expect(told.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(outcomes(world)).toEqual(['delivered']);
  });

  it.each([
    [[{ at: addSeconds(nine, 7) }, { ...off, at: addSeconds(nine, 9) }]],
    [[{ at: addSeconds(nine, 9) }, { ...off, at: addSeconds(nine, 7) }]],
  ])('and its opposite end as delivered, in whichever order (%#)', async (receipts) => {
    for (const order of [receipts, receipts.toReversed()]) {
      const { world } = await texts();
      for (const receipt of order) await record(world, receipt);
      expect(outcomes(world)).toEqual(['delivered']);
      expect(await attention(world)).toEqual([]);
    }
  });

  it('that comes 72 hours later, after the payment, takes nothing back', async () => {
    const { world } = await texts();
    await recordPayment(paymentOf(), siti.workerId, world, settings);
    later(world, 72 * 3_600);
    await record(world, {});
    expect(outcomeOf(world)).toBe('delivered');
    expect(world.state.workers.get(siti.workerId)).toMatchObject({ coveredThrough: '2026-11' });
  });

  it.each<[string, Partial<DeliveryReceipt>]>([
    ['of a phone that nobody has', { phone: '+6287099999999' }],
    ['of a text that is not ours', { messageId: 'msg_9' }],
  ])('%s changes nothing', async (_, facts) => {
    const { world } = await texts();
    expect(await record(world, facts, { ...invalid, ...facts })).toEqual({
      delivered: 0,
      undelivered: 0,
      ignored: 2,
    });
    expect(outcomes(world)).toEqual(['sent']);
    expect(failures(world)).toBe(0);
  });

  it('for somebody erased brings nothing back, also where they are erased in that moment', async () => {
    for (const moment of ['before', 'reminders.deliver', 'workers.get']) {
      const { world, meanwhile } = await texts();
      if (moment === 'before') await eraseWorker(siti.workerId, world);
      else meanwhile(moment, () => eraseWorker(siti.workerId, world));
      await record(world, invalid);
      expect([
        ...world.state.reminders.keys(),
        ...world.state.workers.keys(),
        ...world.state.attention.keys(),
      ]).toEqual([]);
    }
  });

  it('finds its own among those who share the phone', async () => {
    const { world } = await texts(workersNamed(3, { phone: siti.phone }));
    await record(world, { messageId: 'msg_2' });
    expect(
      [...world.state.reminders.values()]
        .filter(({ status }) => status === 'delivered')
        .map(({ messageId }) => messageId),
    ).toEqual(['msg_2']);
  });
});

describe('a text that the carrier took without an answer', () => {
  async function unanswered(workers: readonly Worker[] = [siti]) {
    const stage = await aMorning({ workers });
    stage.world.state.answers.push(
      ...workers.map(() => ({ status: 'unknown', left: true }) as const),
    );
    await workOff(stage.world);
    expect(new Set([...stage.world.state.reminders.values()].map(({ status }) => status))).toEqual(
      new Set(['unknown']),
    );
    return stage;
  }

  it('ends as delivered, once, and waits for nobody any more', async () => {
    const { world } = await unanswered();
    expect(
      await record(world, { messageId: 'sns_7' }, { messageId: 'sns_7' }, { messageId: 'sns_8' }),
    ).toMatchObject({
      delivered: 1,
      ignored: 2,
    });
    expect([...world.state.reminders.values()]).toMatchObject([
      { status: 'delivered', messageId: 'sns_7', reason: null },
    ]);
    expect(await attention(world)).toEqual([]);
    await workOff(world);
    expect(texted(world)).toBe(1);
  });

  it('or as undelivered', async () => {
    const { world } = await unanswered();
    await record(world, off);
    expect(await attention(world)).toMatchObject([{ kind: 'undelivered' }]);
  });

  it('stays unknown where the receipt is of another hour, or could be of two', async () => {
    const { world } = await unanswered();
    await record(world, { sentAt: addSeconds(nine, 3_600) });
    expect(outcomeOf(world)).toContain('unknown');
    const { world: shared } = await unanswered(workersNamed(2, { phone: siti.phone }));
    await record(shared, {});
    expect(outcomes(shared).every((outcome) => outcome.startsWith('unknown'))).toBe(true);
  });

  it('is taken once by two receipts that meet', async () => {
    const { world } = await unanswered();
    const told = await Promise.all(
      ['sns_1', 'sns_2'].map((messageId) => record(world, { messageId })),
    );
    expect(told.map(({ delivered }) => delivered).sort()).toEqual([0, 1]);
  });

  it('is not overwritten by its sender, who comes to record it later', async () => {
    const { world, meanwhile } = await aMorning();
    meanwhile('reminders.record', () => record(world, {}));
    await workOff(world);
    expect(outcomes(world)).toEqual(['delivered']);
    expect(texted(world)).toBe(1);
  });
});

describe('a number', () => {
  /** The next reminder of the same workers, three days later. */
  async function eve(world: World) {
    world.state.now = '2026-11-14T02:00:00.000Z';
    await planRun(
      { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: world.state.now },
      world,
      settings,
    );
    await workOff(world);
  }
  const twice = async (workers?: readonly Worker[]) => {
    const { world } = await texts(workers);
    for (const worker of world.state.workers.values())
      world.state.workers.set(worker.workerId, { ...worker, phoneFailures: 1 });
    await record(world, invalid);
    return world;
  };

  it('that failed for good twice in a row is not tried again', async () => {
    const world = await twice();
    expect(failures(world)).toBe(2);
    await eve(world);
    expect(outcomeOf(world, siti, 'eve')).toBe('skipped: dead-number');
    expect(texted(world)).toBe(1);
  });

  it('that was corrected is texted again', async () => {
    const world = await twice();
    await correctWorker(siti.workerId, { phone: '+6287000000777' }, by, world, settings);
    expect(failures(world)).toBe(0);
    await eve(world);
    expect(outcomeOf(world, siti, 'eve')).toBe('sent');
    expect(texted(world, '+6287000000777')).toBe(1);
  });

  it('stays dead where something else is corrected', async () => {
    const world = await twice();
    await correctWorker(siti.workerId, { name: 'Siti A.', phone: siti.phone }, by, world, settings);
    expect(failures(world)).toBe(2);
  });

  it.each<[string, readonly Partial<DeliveryReceipt>[], number]>([
    ['failed once', [invalid], 1],
    ['failed once, told three times', [invalid, invalid, invalid], 1],
    ['was switched off', [off], 0],
    ['got its text', [{}], 0],
    ['failed, and the text arrived all the same', [invalid, { at: addSeconds(nine, 9) }], 0],
  ])('that %s', async (_, receipts, count) => {
    const { world } = await texts();
    await record(world, ...receipts);
    await record(world, ...receipts);
    expect(failures(world)).toBe(count);
  });

  it('that is shared is dead for all of them, and alive again for all', async () => {
    const family = workersNamed(3, { phone: siti.phone });
    const world = await twice(family);
    expect(family.map((worker) => failures(world, worker))).toEqual([2, 2, 2]);
    await record(world, { messageId: 'msg_3', at: addSeconds(nine, 60) });
    expect(family.map((worker) => failures(world, worker))).toEqual([0, 0, 0]);
  });

  it('is not blamed for an old failure that is told after an arrival', async () => {
    const { world } = await texts(workersNamed(2, { phone: siti.phone }));
    await record(world, { messageId: 'msg_2', at: addSeconds(nine, 60) });
    await record(world, { ...invalid, at: addSeconds(nine, 30) });
    expect(workersNamed(2).map((worker) => failures(world, worker))).toEqual([0, 0]);
  });

  it('is judged anew where the worker is changed in the same moment', async () => {
    const { world, meanwhile } = await texts();
    meanwhile('workers.replace', () => recordPayment(paymentOf(), siti.workerId, world, settings));
    await record(world, invalid);
    expect(world.state.workers.get(siti.workerId)).toMatchObject({
      phoneFailures: 1,
      coveredThrough: '2026-11',
    });
  });

  it('that was corrected in the same moment is not blamed', async () => {
    const { world, meanwhile } = await texts();
    meanwhile('workers.replace', () =>
      correctWorker(siti.workerId, { phone: '+6287000000777' }, by, world, settings),
    );
    await record(world, invalid);
    expect(world.state.workers.get(siti.workerId)).toMatchObject({
      phoneFailures: 0,
      phone: '+6287000000777',
    });
  });
});

it('a text that nobody has said anything about for 72 hours is shown as such, until somebody does', async () => {
  const { world } = await texts();
  const shown = async () =>
    (await showWorker(siti.workerId, world, settings)).timeline.find(
      ({ kind }) => kind === 'reminder',
    );
  later(world, 71 * 3_600);
  expect(await shown()).toMatchObject({ status: 'sent', reason: null });
  later(world, 2 * 3_600);
  expect(await shown()).toMatchObject({ status: 'sent', reason: 'no receipt' });
  await record(world, {});
  expect(await shown()).toMatchObject({ status: 'delivered', reason: null });
  expect(JSON.stringify(await shown())).not.toContain('claim');
});
