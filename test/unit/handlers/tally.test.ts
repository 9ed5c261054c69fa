import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it, vi } from 'vitest';
import { tombstone } from '#aws/people/worker-rows';
import { recordedPayment } from '#domain/payments/recorded-payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { closeCycle } from '#domain/people/cycles/next-cycle';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { keys } from '#table';
import { aWorker } from '../../builders.ts';
import { aPayment, aReminder } from '../../contract/builders.ts';
import { inOrder, sumsOf } from '../flows/renewals/counted.ts';
import { failures, givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const [cycle] = closeCycle(siti, {
  on: '2026-11-10',
  by: 'payment',
  months: ['2026-11'],
  payment: 'pay_1',
}) as [ClosedCycle];
const reminder = aReminder({ status: 'delivered' });

type Row = Readonly<{ pk?: unknown; sk?: unknown; [attribute: string]: unknown }>;
type Written = Readonly<{ old?: Row; now?: Row }>;

const rows = {
  worker: { ...keys.worker(siti.workerId), ...siti, dueKey: 'Asia/Jakarta#2026-11#0' },
  cycle: { ...keys.cycle(cycle), ...cycle },
  reminder: { ...keys.reminder(reminder), ...reminder, expiresAt: 1_825_000_000 },
  payment: { pk: keys.worker(siti.workerId).pk, sk: 'PAY#2026-11-10#JMO-1', amount: 8_400 },
} as const;

const image = (row: Row | undefined) => row && marshall(row, { removeUndefinedValues: true });

/** As Lambda calls a function for a stream that is read in tumbling windows. */
const eventOf = (written: readonly Written[]) => ({
  Records: written.map(({ old, now }, index) => {
    const { pk, sk } = now ?? old ?? { pk: '', sk: '' };
    return {
      eventID: String(index),
      eventName: now ? (old ? 'MODIFY' : 'INSERT') : 'REMOVE',
      dynamodb: {
        Keys: marshall({ pk, sk }),
        SequenceNumber: String(100 + index),
        ...(old ? { OldImage: image(old) } : {}),
        ...(now ? { NewImage: image(now) } : {}),
      },
    };
  }),
  shardId: 'shardId-1',
  window: { start: '2026-11-11T02:00:00Z', end: '2026-11-11T02:00:10Z' },
  state: {},
  isFinalInvokeForWindow: false,
  isWindowTerminatedEarly: false,
});

const tally = (written: readonly Written[], facts: object = {}) =>
  invoke('tally', { ...eventOf(written), ...facts });
const expectCounted = (...rows: readonly CountedRow[]): void =>
  expect(inOrder(given.memory.state.counters.live)).toEqual(inOrder(sumsOf(rows)));

it('counts workers, cycles and reminders by their rows', async () => {
  const written = [rows.worker, rows.cycle, rows.reminder, rows.payment].map((now) => ({ now }));
  expect(await tally(written)).toEqual({ state: {} });
  expectCounted(
    { kind: 'worker', worker: siti },
    { kind: 'cycle', cycle },
    { kind: 'reminder', reminder },
  );
  expect(given.memory.state.positions.get('shardId-1')?.get('every')).toBe('103');
});

it('counts a payment by the list of its day, and names no reference that cannot be read', async () => {
  const { recordedAt } = aPayment();
  const payment = recordedPayment(aPayment());
  const key = keys.recordedPayment('2026-11-11', recordedAt, 'jmo#JMO-1');
  await tally([{ now: { ...key, ...payment } }, { now: { ...key, ...payment, amount: 'x' } }]);
  expectCounted({ kind: 'payment', payment });
  expect(failures(given).join()).toContain(key.pk);
  expect(failures(given).join()).not.toContain('JMO-1');
});

it('takes away what a row added before it was changed', async () => {
  const moved = { ...siti, province: 'Bali' } as const;
  await tally([{ now: rows.worker }, { old: rows.worker, now: { ...rows.worker, ...moved } }]);
  expectCounted({ kind: 'worker', worker: moved });
});

it('counts a worker no more whose tombstone has taken their place, and misses no row', async () => {
  const erased = tombstone(siti.workerId, '2026-11-11T02:00:00.000Z');
  await tally([{ now: rows.worker }, { now: rows.cycle }, { old: rows.worker, now: erased }]);
  expectCounted({ kind: 'cycle', cycle });
  expect(given.memory.state.counters.archived).toEqual([]);
  await tally([{ now: erased }]);
  expect(failures(given)).toEqual([]);
});

it('keeps what a row has added that is gone', async () => {
  await tally([{ now: rows.reminder }, { old: rows.reminder }]);
  expect(given.memory.state.counters).toMatchObject({
    live: [],
    archived: sumsOf([{ kind: 'reminder', reminder }]),
  });
});

it('goes on past a row that cannot be read, and says which one', async () => {
  await tally([{ now: { ...rows.worker, province: 'Atlantis' } }, { now: rows.reminder }]);
  expectCounted({ kind: 'reminder', reminder });
  const [error, ...others] = failures(given);
  expect(JSON.parse(error ?? '')).toMatchObject({
    message: 'row not counted: it cannot be read',
    ...keys.worker(siti.workerId),
  });
  expect([error?.includes(siti.name), others]).toEqual([false, []]);
});

it('answers the call that closes a window and brings nothing', async () => {
  expect(await tally([], { isFinalInvokeForWindow: true })).toEqual({ state: {} });
  expect(await tally([], { isFinalInvokeForWindow: true, Records: undefined })).toEqual({
    state: {},
  });
  expect(given.memory.state.positions.size).toBe(0);
});

it('fails where it is not told the shard, or given something else than records', async () => {
  await expect(tally([{ now: rows.worker }], { shardId: undefined })).rejects.toThrow(
    'tumbling window',
  );
  await expect(tally([], { Records: [{ eventName: 'INSERT' }] })).rejects.toThrow(
    'sequence number',
  );
});
