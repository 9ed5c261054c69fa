import { createHash } from 'node:crypto';
import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import type { Partition, Relocation } from '#domain/people/worker';
import type { ReminderKey } from '#domain/sending/reminder';
import { type SliceKey, sliceSortKey } from '#domain/sending/slice';
import type { TrialKey } from '#domain/sending/trial';

/** Sparse: `dueKey` is of workers and ended cycles, `creditKey` of those whose credit may buy. */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttl: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: {
    due: { partitionKey: 'dueKey', sortKey: 'workerId' },
    phone: { partitionKey: 'phone', sortKey: 'workerId' },
    credit: { partitionKey: 'creditKey', sortKey: 'workerId' },
    named: { partitionKey: 'nameKey', sortKey: 'nameSort' },
  },
} as const;

export type Key = { readonly pk: string; readonly sk: string };

/**
 * Lists that the whole country writes lie in pieces. A partition takes 1,000 write units a second,
 * and DynamoDB cannot split one whose sort key rises. A row of up to 1 KB costs two units in a
 * transaction, and a hash is uneven: a piece is meant to be half full at the highest rate.
 * `recorded`: 1,200 payments a second are 2,400 units, 300 a piece; a channel's catch-up of four
 * times that still fits. `attention`: 3,600 delivery receipts a second of which none arrived are
 * 7,200 units, 450 a piece. `late`: as `recorded`, where all of them are of one month.
 * `relocated`: a roster that moves 1,200 workers a second is 2,400 units.
 */
const pieces = { recorded: 8, late: 8, attention: 16, relocated: 8 } as const;
type List = keyof typeof pieces;

/** What is in a row's id decides its piece, so that it is found again without its partition. */
const pieceOf = (list: List, id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE() % pieces[list];

const piecesOf = (list: List, pk: string): readonly string[] =>
  Array.from({ length: pieces[list] }, (_, piece) => `${pk}#${piece}`);

/** All of a list, to be read in the order of their sort keys, which begin with a time. */
export const partitions = {
  recorded: (date: CalendarDate) => piecesOf('recorded', `RECORDED#${date}`),
  late: (month: Month) => piecesOf('late', `LATE#${month}`),
  attention: (kind: string) => piecesOf('attention', `ATTENTION#${kind}`),
  relocated: (zone: string) => piecesOf('relocated', `RELOCATED#${zone}`),
} as const;

export const keys = {
  layout: { pk: 'LAYOUT', sk: 'LAYOUT' },
  /** Of a worker or, in their place, of the tombstone of one who was erased. */
  worker: (workerId: string) => ({ pk: `WRK#${workerId}`, sk: 'WRK' }),
  reminder: ({ workerId, month, step }: ReminderKey) => ({
    pk: `WRK#${workerId}`,
    sk: `REM#${month}#${step}`,
  }),
  paymentOfWorker: (workerId: string, paidOn: CalendarDate, reference: string) => ({
    pk: `WRK#${workerId}`,
    sk: `PAY#${paidOn}#${reference}`,
  }),
  /** Beside a payment that came before its worker: a roster asks for many of these at once. */
  waiting: (workerId: string) => ({ pk: `WRK#${workerId}`, sk: 'WAITING' }),
  cycle: ({ workerId, month, began }: Pick<ClosedCycle, 'workerId' | 'month' | 'began'>) => ({
    pk: `WRK#${workerId}`,
    sk: `CYC#${month}#${began}`,
  }),
  change: (workerId: string, at: Instant, id: string) => ({
    pk: `WRK#${workerId}`,
    sk: `CHANGE#${at}#${id}`,
  }),
  recordedPayment: (date: CalendarDate, at: Instant, id: string) => ({
    pk: `RECORDED#${date}#${pieceOf('recorded', id)}`,
    sk: `${at}#${id}`,
  }),
  lateBooking: (month: Month, at: Instant, id: string) => ({
    pk: `LATE#${month}#${pieceOf('late', id)}`,
    sk: `${at}#${id}`,
  }),
  closing: (month: Month) => ({ pk: 'CLOSING', sk: month }),
  payment: (channel: string, reference: string) => ({
    pk: `PAY#${channel}#${reference}`,
    sk: 'PAY',
  }),
  confirmation: ({ zone, month, shard }: Partition, workerId: string) => ({
    pk: `CONFIRM#${zone}#${shard}`,
    sk: `${month}#${workerId}`,
  }),
  relocation: ({ zone, at, workerId }: Relocation) => ({
    pk: `RELOCATED#${zone}#${pieceOf('relocated', workerId)}`,
    sk: `${at}#${workerId}`,
  }),
  attention: (kind: string, at: Instant, id: string) => ({
    pk: `ATTENTION#${kind}#${pieceOf('attention', id)}`,
    sk: `${at}#${id}`,
  }),
  import: (importId: string) => ({ pk: `IMPORT#${importId}`, sk: 'IMPORT' }),
  piece: (importId: string, piece: number) => ({
    pk: `IMPORT#${importId}`,
    sk: `PIECE#${String(piece).padStart(7, '0')}`,
  }),
  listedImport: (kind: string, at: Instant, importId: string) => ({
    pk: `IMPORTS#${kind}`,
    sk: `${at}#${importId}`,
  }),
  currentPlan: { pk: 'PLAN', sk: 'CURRENT' },
  planVersion: (version: number) => ({ pk: 'PLAN', sk: `V#${String(version).padStart(6, '0')}` }),
  slice: (slice: SliceKey) => ({ pk: `RUN#${slice.zone}#${slice.date}`, sk: sliceSortKey(slice) }),
  closed: (zone: string) => ({ pk: `RUN#${zone}`, sk: 'CLOSED' }),
  trial: ({ date, step, text }: TrialKey) => ({ pk: `TRIAL#${date}`, sk: `${step}#${text}` }),
  sample: (at: Instant, id: string) => ({ pk: 'SAMPLE', sk: `${at}#${id}` }),
  awaitedReceipts: { pk: 'RECEIPTS', sk: 'AWAITED' },
  /** Under a worker's prefix, so that it goes through the stream: nobody's id looks like this. */
  pulse: { pk: 'WRK#pulse', sk: 'PULSE' },
  rateLimit: (second: number) => ({ pk: `PACE#${second}`, sk: 'SMS' }),
  budget: (month: Month) => ({ pk: `BUDGET#${month}`, sk: 'SMS' }),
  counter: (lane: string, name: string) => ({ pk: `COUNT#${lane}`, sk: name }),
  /** Of rows that are gone, which a recount can no longer add up. */
  keptCounter: (lane: string, name: string) => ({ pk: `KEPT#${lane}`, sk: name }),
  tallied: (shard: string, lane: string) => ({ pk: `TALLIED#${shard}`, sk: lane }),
  firstImport: { pk: 'TALLY', sk: 'FIRST' },
  hold: { pk: 'TALLY', sk: 'HOLD' },
  audit: (date: CalendarDate, at: Instant, id: string) => ({
    pk: `AUDIT#${date}`,
    sk: `${at}#${id}`,
  }),
  unswept: (workerId: string) => ({ pk: 'UNSWEPT', sk: workerId }),
} as const satisfies Record<string, Key | ((...parts: never[]) => Key)>;
