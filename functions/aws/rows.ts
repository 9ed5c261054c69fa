import { z } from 'zod';
import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import { isDate, isMonth } from '#domain/calendar/dates';
import { parseProvince, zones } from '#domain/calendar/provinces';
import { type PaymentRecord, paymentFlags } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycle';
import {
  type Change,
  endReasons,
  languages,
  type Partition,
  partitionFor,
  partitionOf,
  sectors,
  type Worker,
} from '#domain/people/worker';
import { type PlanVersion, planSchema } from '#domain/plan/plan';
import type { Confirmation } from '#domain/sending/confirmation';
import { type Reminder, reminderStatuses } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import { keys } from '#table';

/** What the table's rows have to look like to be believed: somebody may have edited one by hand, or an older version have written it. */
const month = z.string().refine(isMonth, 'is not a month');
const date = z.string().refine(isDate, 'is not a date');
const rupiah = z.number().int();

/** A province by a name that it had before, or in another spelling, is that province still. */
const province = z.string().transform((name, context) => {
  const known = parseProvince(name);
  if (known) return known;
  context.addIssue({ code: 'custom', message: 'is not a province' });
  return z.NEVER;
});

/** Rows of before say nothing of what is only counted. */
const cycleFields = {
  month,
  began: z.string(),
  since: date.optional(),
  origin: z.enum(['joined', 'renewed']).default('joined'),
  textable: z.boolean().default(true),
  heldOut: z.boolean(),
};

const cycleSchema = z
  .object(cycleFields)
  .transform(({ since, ...cycle }) => ({ ...cycle, since: since ?? cycle.began.slice(0, 10) }));

const workerSchema = z.object({
  workerId: z.string(),
  name: z.string(),
  phone: z.string().nullable().default(null),
  nikLast4: z.string(),
  province,
  sector: z.enum(sectors),
  income: rupiah,
  jht: z.boolean(),
  language: z.enum(languages),
  governmentPaid: z.boolean(),
  group: z.string().nullable(),
  coveredThrough: month,
  cycle: cycleSchema,
  lastPayment: z
    .object({
      id: z.string(),
      paidAt: z.string(),
      months: z.array(month),
      amount: rupiah,
      source: z.enum(['channel', 'roster']),
    })
    .nullable(),
  credit: rupiah,
  phoneFailures: z.number().int().default(0),
  stopped: z.object({ until: date.nullable() }).nullable(),
  ended: z.object({ on: date, reason: z.enum(endReasons) }).nullable(),
  rev: z.number().int(),
}) satisfies z.ZodType<Worker>;

const reminderSchema = z.object({
  workerId: z.string(),
  month,
  step: z.string(),
  status: z.enum(reminderStatuses),
  reason: z.string().nullable(),
  runId: z.string(),
  at: z.string(),
  claimId: z.string(),
  claimedAt: z.string().optional(),
  messageId: z.string().nullable(),
  parts: z.number().int(),
  priceUsd: z.number(),
  planVersion: z.number().int(),
  arm: z.enum(['reminded', 'held-out']),
  province: z.string(),
  sector: z.enum(sectors),
  language: z.enum(languages),
}) satisfies z.ZodType<Reminder>;

const paymentSchema = z.object({
  reference: z.string(),
  channel: z.string(),
  amount: rupiah,
  paidAt: z.string(),
  months: z.number().int().nullable(),
  workerId: z.string().nullable().default(null),
  recordedAt: z.string(),
  status: z.enum(['recorded', 'unmatched', 'reversed']),
  bought: z.array(month),
  price: rupiah.default(0),
  coveredBefore: month.nullable().default(null),
  flags: z.array(z.enum(paymentFlags)),
  reversed: z
    .object({ at: z.string(), by: z.string(), byName: z.string().optional(), reason: z.string() })
    .nullable()
    .default(null),
}) satisfies z.ZodType<PaymentRecord>;

const closedCycleSchema = z.object({
  ...cycleFields,
  since: date,
  workerId: z.string(),
  province,
  sector: z.enum(sectors),
  language: z.enum(languages),
  income: rupiah,
  jht: z.boolean(),
  end: z.object({
    on: date,
    by: z.enum(['payment', 'roster', 'left']),
    months: z.array(month),
    payment: z.string().nullable(),
  }),
  voided: z.boolean(),
}) satisfies z.ZodType<ClosedCycle>;

const confirmationSchema = z.object({
  zone: z.enum(zones),
  at: z.string(),
  workerId: z.string(),
  month,
  heldOut: z.boolean(),
  channel: z.string(),
  reference: z.string(),
}) satisfies z.ZodType<Confirmation>;

const changeSchema = z.object({
  workerId: z.string(),
  id: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  what: z.enum(['imported', 'corrected', 'ended', 'stopped', 'resumed', 'covered-by-roster']),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
}) satisfies z.ZodType<Change>;

const sliceSchema = z.object({
  zone: z.enum(zones),
  date,
  time: z.string(),
  step: z.string(),
  month,
  shard: z.number().int(),
  planVersion: z.number().int(),
  scheduledAt: z.string(),
  state: z.enum(['open', 'finished', 'closing', 'closed']),
  cursor: z.string().nullable(),
  inFlight: z.array(z.string()),
  reserved: rupiah,
  holder: z.string().nullable(),
  leaseUntil: z.string().nullable(),
  counts: z.custom<Slice['counts']>((counts) => typeof counts === 'object' && counts !== null),
  rev: z.number().int(),
}) satisfies z.ZodType<Slice>;

/** One bad row stops no other: it is left out. Who asked for that one alone is told `undefined`. */
const reader =
  <T>(schema: z.ZodType<T>) =>
  (row: Row | undefined): T | undefined =>
    schema.safeParse(row).data;

export const readWorker = reader<Worker>(workerSchema);
export const readReminder = reader<Reminder>(reminderSchema);
export const readPayment = reader<PaymentRecord>(paymentSchema);
export const readCycle = reader<ClosedCycle>(closedCycleSchema);
export const readConfirmation = reader<Confirmation>(confirmationSchema);
export const readChange = reader<Change>(changeSchema);
export const readSlice = reader<Slice>(sliceSchema);

/** Throws where it does not fit: without its plan nothing may be sent. */
export const readPlan = (row: Row): PlanVersion => planVersionSchema.parse(row);

const planVersionSchema = z.object({
  plan: planSchema,
  savedAt: z.string(),
  savedBy: z.string(),
  savedByName: z.string().optional(),
  replaces: z.number().int().optional(),
  approval: z
    .object({ by: z.string(), byName: z.string().optional(), at: z.string() })
    .nullable()
    .optional(),
}) satisfies z.ZodType<PlanVersion>;

/** What is wrong with a worker's row, in words that name no value, and its `rev` (NaN where there is none). */
export const unreadable = (row: Row): { reason: string; rev: number } => ({
  reason: whyUnreadable(row),
  rev: typeof row.rev === 'number' ? row.rev : Number.NaN,
});

const whyUnreadable = (row: Row): string =>
  workerSchema
    .safeParse(row)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ') ?? '';

/** The condition that nobody has written the worker since. No row, none that was erased either, meets it. */
export const stillAt = (rev: number): Pick<Write, 'if' | 'values'> => ({
  if: '#rev = :rev',
  values: { ':rev': rev },
});

/** The worker with `rev` one up, if the stored row is still the one that was read. */
export const replacing = (worker: Worker, shards: number): Write => ({
  put: workerRow({ ...worker, rev: worker.rev + 1 }, shards),
  ...stillAt(worker.rev),
});

/** Only workers carry `phone` and `dueKey`, and only where there is one: what lacks them costs the indexes nothing. */
export const workerRow = (worker: Worker, shards: number): Row => {
  const partition = partitionOf(worker, shards);
  return {
    ...worker,
    ...keys.worker(worker.workerId),
    phone: worker.phone ?? undefined,
    dueKey: partition ? dueKey(partition) : undefined,
  };
};

/** A cycle that has ended lies in a partition of the `due` index to itself, beside those that are open: so a cohort can be walked. */
export const cycleWrites = (cycles: readonly ClosedCycle[], shards: number): Write[] =>
  cycles.map((cycle) => {
    const partition = partitionFor(cycle, cycle.month, shards);
    return {
      put: {
        ...keys.cycle(cycle),
        ...cycle,
        dueKey: cycle.voided ? undefined : closedKey(partition),
      },
    };
  });

export const closedKey = (partition: Partition): string => `closed#${dueKey(partition)}`;

export const dueKey = ({ zone, month, shard }: Partition): string => `${zone}#${month}#${shard}`;
