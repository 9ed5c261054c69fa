import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycle';
import type { Relocation } from '#domain/people/worker';
import type { Confirmation } from '#domain/sending/confirmation';
import type { ReminderKey } from '#domain/sending/reminder';
import { type SliceKey, sliceSortKey } from '#domain/sending/slice';
import type { TrialKey } from '#domain/sending/trial';

/**
 * The indexes are sparse: only workers and ended cycles have `dueKey`, only workers `phone`, and
 * `creditKey` only those whose credit may buy a month.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttl: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: {
    due: { partitionKey: 'dueKey', sortKey: 'workerId' },
    phone: { partitionKey: 'phone', sortKey: 'workerId' },
    credit: { partitionKey: 'creditKey', sortKey: 'workerId' },
  },
} as const;

export type Key = { readonly pk: string; readonly sk: string };

export const keys = {
  layout: { pk: 'LAYOUT', sk: 'LAYOUT' },
  worker: (workerId: string) => ({ pk: `WRK#${workerId}`, sk: 'WRK' }),
  reminder: ({ workerId, month, step }: ReminderKey) => ({
    pk: `WRK#${workerId}`,
    sk: `REM#${month}#${step}`,
  }),
  paymentOfWorker: (workerId: string, paidOn: CalendarDate, reference: string) => ({
    pk: `WRK#${workerId}`,
    sk: `PAY#${paidOn}#${reference}`,
  }),
  cycle: ({ workerId, month, began }: Pick<ClosedCycle, 'workerId' | 'month' | 'began'>) => ({
    pk: `WRK#${workerId}`,
    sk: `CYC#${month}#${began}`,
  }),
  change: (workerId: string, at: Instant, id: string) => ({
    pk: `WRK#${workerId}`,
    sk: `CHANGE#${at}#${id}`,
  }),
  recentPayment: (date: CalendarDate, at: Instant, id: string) => ({
    pk: `RECENT#${date}`,
    sk: `${at}#${id}`,
  }),
  payment: (channel: string, reference: string) => ({
    pk: `PAY#${channel}#${reference}`,
    sk: 'PAY',
  }),
  confirmation: ({
    zone,
    at,
    workerId,
    month,
  }: Pick<Confirmation, 'zone' | 'at' | 'workerId' | 'month'>) => ({
    pk: `CONFIRM#${zone}`,
    sk: `${at}#${workerId}#${month}`,
  }),
  relocation: ({ zone, at, workerId }: Relocation) => ({
    pk: `RELOCATED#${zone}`,
    sk: `${at}#${workerId}`,
  }),
  attention: (kind: string, at: Instant, id: string) => ({
    pk: `ATTENTION#${kind}`,
    sk: `${at}#${id}`,
  }),
  currentPlan: { pk: 'PLAN', sk: 'CURRENT' },
  planVersion: (version: number) => ({ pk: 'PLAN', sk: `V#${String(version).padStart(6, '0')}` }),
  slice: (slice: SliceKey) => ({ pk: `RUN#${slice.zone}#${slice.date}`, sk: sliceSortKey(slice) }),
  closed: (zone: string) => ({ pk: `RUN#${zone}`, sk: 'CLOSED' }),
  trial: ({ date, step, text }: TrialKey) => ({ pk: `TRIAL#${date}`, sk: `${step}#${text}` }),
  awaitedReceipts: { pk: 'RECEIPTS', sk: 'AWAITED' },
  /** Under a worker's prefix, so that it goes through the stream: nobody's id looks like this. */
  pulse: { pk: 'WRK#pulse', sk: 'PULSE' },
  rateLimit: (second: number) => ({ pk: `PACE#${second}`, sk: 'SMS' }),
  budget: (month: Month) => ({ pk: `BUDGET#${month}`, sk: 'SMS' }),
  cohort: (month: Month, bucket: string, name: string) => ({
    pk: `COHORT#${month}#${bucket}`,
    sk: name,
  }),
  members: (bucket: string, name: string) => ({ pk: `MEMBERS#${bucket}`, sk: name }),
  tally: (shard: string) => ({ pk: 'TALLY', sk: shard }),
  firstImport: { pk: 'TALLY', sk: 'FIRST' },
  hold: { pk: 'TALLY', sk: 'HOLD' },
  audit: (date: CalendarDate, at: Instant, id: string) => ({
    pk: `AUDIT#${date}`,
    sk: `${at}#${id}`,
  }),
  erased: (workerId: string) => ({ pk: `ERASED#${workerId}`, sk: 'ERASED' }),
  unswept: (workerId: string) => ({ pk: 'UNSWEPT', sk: workerId }),
} as const satisfies Record<string, Key | ((...parts: never[]) => Key)>;
