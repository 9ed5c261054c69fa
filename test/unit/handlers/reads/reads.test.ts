import { beforeEach, describe, expect, it, vi } from 'vitest';
import { write } from '#aws/database';
import { paymentRow, recordedRow } from '#aws/payments/payment-rows';
import { workerRow } from '#aws/people/worker-rows';
import { attentionOf } from '#aws/sending/reminder-rows';
import type { Worker } from '#domain/people/worker';
import { keys } from '#table';
import { aWorker } from '../../../builders.ts';
import { aPayment, aReminder, aSlice, at, idOf, inTens } from '../../../contract/builders.ts';
import { storesOver } from '../../../stage/aws/stores.ts';
import { planWith } from '../../flows/given.ts';
import { settings } from '../../flows/settings.ts';
import { type Call, calls, givenHandlers } from '../calls.ts';
import { meteredTable, type Read } from './metered-table.ts';

vi.mock('#handlers/wiring', async () => (await import('../memory-wiring.ts')).wiring);
const given = givenHandlers();

const shards = 64;
let table: ReturnType<typeof meteredTable>;

beforeEach(async () => {
  vi.stubEnv('SETTINGS', JSON.stringify({ ...settings, shards }));
  table = meteredTable();
  // The real stores, over a table in memory that says what it was asked.
  Object.assign(given.memory, storesOver(table.database, shards));
  const first = { plan: planWith(), savedAt: at(0), savedBy: 'deployment' };
  await write(table.database, { put: { ...keys.currentPlan, ...first } });
});

/** So many of them, in this shard: the ids of a shard are as many apart as there are shards. */
const inShard = (shard: number, count: number): readonly Worker[] =>
  Array.from({ length: count }, (_, at) => aWorker({ workerId: idOf(shard + at * shards) }));

const stored = (workers: readonly Worker[]): Promise<void> =>
  inTens(workers, (worker) => write(table.database, { put: workerRow(worker, shards) }));

async function readFor(call: string, asked: Call): Promise<Read & Readonly<{ shown: number }>> {
  table.reset();
  const { status, body } = await calls(call, { ...asked, requestId: `request of ${call}` });
  expect(status).toBe(200);
  return { ...table.used(), shown: body.items?.length };
}

describe('a page of 50 of the workers who owe a month', () => {
  const asked = { query: { month: '2026-11' } };

  it('is four requests where a shard holds more of them than it shows', async () => {
    await stored(inShard(0, 120));
    const { shown, requests, rounds, units } = await readFor('GET /api/workers', asked);
    expect(shown).toBe(50);
    expect({ requests, rounds }).toEqual({ requests: 4, rounds: 3 });
    expect(units).toBeLessThanOrEqual(53);
  });

  it.each([
    [2, 25, 5],
    [8, 7, 5],
    [20, 3, 4],
  ])('of which each of 64 shards holds %i reads about %i', async (each, needed, mostRounds) => {
    await stored(Array.from({ length: 64 }, (_, shard) => inShard(shard, each)).flat());
    const { shown, requests, rounds, units } = await readFor('GET /api/workers', asked);
    expect(shown).toBe(50);
    expect(requests).toBeLessThanOrEqual(needed + 6);
    expect(rounds).toBeLessThanOrEqual(mostRounds);
    expect(units).toBeLessThanOrEqual(50 + needed);
  });

  it('asks the 192 shards of all zones in ten rounds, where nobody owes it', async () => {
    const { shown, requests, rounds } = await readFor('GET /api/workers', asked);
    expect({ shown, requests, rounds }).toEqual({ shown: 0, requests: 194, rounds: 9 });
  });
});

describe('one worker', () => {
  const [siti = aWorker()] = inShard(0, 1);

  it('is one request, with who shares the phone and what is behind one more each, and the audit log', async () => {
    await stored([siti]);
    const { workerId } = siti;
    const found = await readFor('POST /api/workers/find', { body: { workerId } });
    expect(found).toEqual({ requests: 3, rounds: 2, units: 2, shown: 1 });
    const shown = await readFor('GET /api/workers/{id}', { params: { id: workerId } });
    expect(shown).toMatchObject({ requests: 5, rounds: 3 });
    expect(shown.units).toBeLessThanOrEqual(3.5);
  });
});

describe('the runs of a day', () => {
  it('are read once a zone, at half the price, and without whom they are about', async () => {
    const inFlight = Array.from({ length: 10 }, (_, index) => idOf(index));
    const slices = Array.from({ length: 256 }, (_, index) =>
      aSlice({ shard: index % 64, step: `step-${Math.floor(index / 64)}`, inFlight }),
    );
    await inTens(slices, (slice) =>
      write(table.database, { put: { ...keys.slice(slice), ...slice } }),
    );
    const asked = { query: { date: '2026-11-11' } };
    const { shown, requests, rounds, units } = await readFor('GET /api/runs', asked);
    // Three zones, eight days that may have halted, the plan, its budget, and the version of then.
    expect({ shown, requests, rounds }).toEqual({ shown: 4, requests: 14, rounds: 2 });
    expect(units).toBeLessThanOrEqual(28);
  });
});

describe('a page of 50 payments of a day', () => {
  it('names who paid in one request, however many they are', async () => {
    const workers = Array.from({ length: 60 }, (_, shard) => inShard(shard, 1)).flat();
    await stored(workers);
    const payments = workers.map(({ workerId }, index) =>
      aPayment({ reference: `P-${index}`, workerId, recordedAt: at(index) }),
    );
    await inTens(payments, async (payment) => {
      await write(table.database, { put: recordedRow(payment) });
      await write(table.database, { put: paymentRow(payment) });
    });
    const asked = { query: { from: '2026-11-11' } };
    const { shown, requests, rounds, units } = await readFor('GET /api/payments', asked);
    // Of these one request, and the last round, for who paid.
    expect({ shown, requests, rounds }).toEqual({ shown: 50, requests: 15, rounds: 4 });
    expect(units).toBeLessThanOrEqual(160);
  });
});

describe('a page of 100 of what needs a person', () => {
  it('reads three times as much from 16 pieces, not 16 times', async () => {
    const items = Array.from({ length: 2_000 }, (_, index) =>
      aReminder({ status: 'undelivered', at: at(index), workerId: idOf(index) }),
    ).flatMap(attentionOf);
    await inTens(items, (put) => write(table.database, { put }));
    const asked = { query: { kind: 'undelivered' } };
    const { shown, requests, rounds, units } = await readFor('GET /api/attention', asked);
    // Three more for whom to call, the plan, and the version of it under which they were sent.
    expect({ shown, requests, rounds }).toEqual({ shown: 100, requests: 20, rounds: 3 });
    expect(units).toBeLessThanOrEqual(16 * 2 + 2 + 100);
  });

  it('is counted by one request a piece, at half the price', async () => {
    const items = Array.from({ length: 3_000 }, (_, index) =>
      aReminder({ status: 'undelivered', at: at(index), workerId: idOf(index) }),
    ).flatMap(attentionOf);
    await inTens(items, (put) => write(table.database, { put }));
    table.reset();
    const asked = { query: { kind: 'undelivered' } };
    const { body } = await calls('GET /api/attention/totals', asked);
    expect(body.items).toMatchObject([{ items: 3_000, isAll: true }]);
    const { requests, rounds, units } = table.used();
    expect({ requests, rounds }).toEqual({ requests: 16, rounds: 1 });
    expect(units).toBeLessThanOrEqual(200);
  });
});
