import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { paymentRow, placeOf, recordedRow } from '#aws/payments/payment-rows';
import { cycleWrites } from '#aws/people/cycle-rows';
import { workerRow } from '#aws/people/worker-rows';
import { expiry } from '#aws/sending/reminder-rows';
import { type Instant, instantAt } from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import { type Zone, zones } from '#domain/calendar/zones';
import type { PaymentRecord } from '#domain/payments/payment';
import { bookDay, type RecordedPayment, recordedPayment } from '#domain/payments/recorded-payment';
import { shardOf } from '#domain/people/worker';
import { stepDate } from '#domain/plan/due-steps';
import { firstPlan } from '#domain/plan/first-plan';
import { rulesOf } from '#domain/plan/rules';
import { rupiahOf } from '#domain/sending/budget';
import { mayHaveBeenSent } from '#domain/sending/reminder';
import type { SliceKey } from '#domain/sending/slice';
import { writeExport } from '#local/dynamodb/export/export-files';
import { stageSettings as settings } from '#local/environment';
import { keys } from '#table';
import { lineOf } from './export/dynamo-json.ts';
import { type Fired, type Lived, lived } from './export/made-up-worker.ts';
import { monthSums } from './export/sums.ts';

const plan = firstPlan({ paused: false });
const rules = rulesOf(plan, settings);
const month = '2026-11';
/** The steps of November that fall into it. */
const stepsOfMonth = plan.steps.filter(({ id }) => ['before', 'eve', 'after'].includes(id));

const firingsIn = (zone: Zone): readonly Fired[] =>
  stepsOfMonth.map((step) => {
    const date = stepDate(step, month, plan, rules);
    return { step, date, scheduledAt: instantAt(zone, date, step.at) };
  });
const firings = Object.fromEntries(zones.map((zone) => [zone, firingsIn(zone)]));

export type MadeUp = Readonly<{ folder: string; log: string; rows: number; at: string }>;

/**
 * The export of a month in which nothing went wrong, of so many workers, and the carrier's log of
 * it. The rows are made by the rules and row makers that the product uses; the counters by its own
 * counting.
 */
export async function madeUpExport(folder: string, workers: number): Promise<MadeUp> {
  const at = '2026-12-01T03:00:00.000Z';
  const log = join(folder, 'carrier.log');
  mkdirSync(folder, { recursive: true });
  const sums = monthSums();
  let spent = 0;
  const partitions: Record<string, Iterable<string>> = {};
  for (let first = 1; first <= workers; first += atOnce)
    partitions[`workers-${first}`] = linesOf(first, Math.min(workers, first + atOnce - 1));
  function* linesOf(first: number, last: number): Generator<string> {
    const receipts: string[] = [];
    for (let number = first; number <= last; number++) {
      const life = livedBy(number);
      for (const row of life.reminders) {
        sums.count({ kind: 'reminder', reminder: row });
        sums.handled(sliceOf(row), row);
        if (mayHaveBeenSent(row.status)) spent += rupiahOf(row, settings);
      }
      sums.count({ kind: 'worker', worker: life.worker });
      for (const cycle of life.closed) sums.count({ kind: 'cycle', cycle });
      if (life.payment) sums.count({ kind: 'payment', payment: alike(life.payment) });
      receipts.push(...receiptsOf(life));
      yield* rowsOf(life).map(lineOf);
    }
    appendFileSync(log, receipts.join(''));
  }
  // Read last, when all others have been counted.
  partitions.others = (function* others(): Generator<string> {
    yield* ground().map(lineOf);
    yield lineOf({ ...keys.budget(month), committed: spent, spent });
    for (const [name, counts] of sums.slices) yield lineOf({ ...JSON.parse(name), counts });
    yield* sums.counters().map(lineOf);
  })();
  const rows = await writeExport({ bucket: folder, key: 'AWSDynamoDB/made-up' }, partitions, {
    exportTime: at,
  });
  return { folder, log, rows, at };
}

const atOnce = 50_000;

/** What tells payments apart that count alike is left out: of instants only the day counts. */
function alike(payment: PaymentRecord): RecordedPayment {
  const noon = (at: Instant): Instant => `${bookDay(at)}T05:00:00.000Z`;
  const { paidAt, recordedAt, ...others } = recordedPayment(payment);
  return { ...others, reference: '', paidAt: noon(paidAt), recordedAt: noon(recordedAt) };
}

function livedBy(number: number): Lived {
  return lived(number, (worker) => firings[zoneOf(worker.province)] ?? [], rules);
}

const rowsOf = ({ worker, closed, payment, reminders }: Lived) => [
  workerRow(worker, settings.shards),
  ...cycleWrites(closed, settings.shards).flatMap((write) => ('put' in write ? [write.put] : [])),
  ...reminders.map((row) => ({ ...keys.reminder(row), ...row, expiresAt: expiry(row) })),
  ...(payment
    ? [
        paymentRow(payment),
        recordedRow(payment),
        ...placeOf(payment).map((key) => ({ ...key, ...payment })),
      ]
    : []),
];

const sliceOf = ({ workerId, province, step }: Lived['reminders'][number]): string => {
  const zone = zoneOf(province);
  const fired = firings[zone]?.find((each) => each.step.id === step);
  if (!fired) throw new Error(`Nothing fired for ${step}`);
  return JSON.stringify(slice(zone, fired, shardOf(workerId, settings.shards)));
};

const slice = (zone: Zone, { step, date, scheduledAt }: Fired, shard: number) => {
  const key: SliceKey = { zone, date, time: step.at, step: step.id, month, shard };
  return {
    ...keys.slice(key),
    ...{ ...key, planVersion: 1, scheduledAt, state: 'closed', cursor: null, inFlight: [] },
    ...{ reserved: 0, spent: 0, tickets: 0, holder: null, leaseUntil: null, rev: 9 },
  };
};

/** What a table has besides people. */
const ground = () => [
  { ...keys.layout, shards: settings.shards },
  { ...keys.planVersion(1), plan, savedAt: '2026-09-01T00:00:00.000Z', savedBy: 'deployment' },
  { ...keys.currentPlan, plan, savedAt: '2026-09-01T00:00:00.000Z', savedBy: 'deployment' },
  ...zones.map((zone) => ({ ...keys.closed(zone), zone, through: '2026-11-30' })),
];

/** As the carrier's log has it, a record a line. */
const receiptsOf = ({ worker, reminders }: Lived): readonly string[] =>
  reminders.flatMap(({ messageId, claimedAt = '', parts }) => {
    if (messageId === null) return [];
    const timestamp = claimedAt.replace('T', ' ').replace('Z', '');
    const delivery = { destination: worker.phone, numberOfMessageParts: parts, mcc: 510 };
    const notification = { messageId, timestamp };
    return `${JSON.stringify({ notification, delivery, status: 'SUCCESS' })}\n`;
  });
