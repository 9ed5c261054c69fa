import * as z from 'zod';
import type { Write } from '#aws/database';
import { cycleSchema, dueKey } from '#aws/people/cycle-rows';
import type { Row } from '#aws/reading';
import { date, month, province, reader, rupiah } from '#aws/rows';
import type { Instant } from '#domain/calendar/dates';
import { mayBuyWithCredit } from '#domain/payments/credit';
import { plainName } from '#domain/people/plain-name';
import {
  type Change,
  changeKinds,
  partitionOf,
  shardOf,
  unsaid,
  type Worker,
  workerFacts,
} from '#domain/people/worker';
import { ownProblem } from '#domain/schema-issues';
import { keys } from '#table';

const storedWorker = workerFacts.extend({
  workerId: z.string(),
  phone: workerFacts.shape.phone.default(null),
  nikLast4: z.string(),
  province,
  cycle: cycleSchema,
  lastPayment: z
    .object({
      id: z.string(),
      paidAt: z.string(),
      months: z.array(month),
      amount: rupiah,
      source: z.enum(['channel', 'roster', 'credit']),
    })
    .nullable(),
  credit: rupiah,
  toldByRoster: z
    .array(z.object({ at: z.string(), months: z.array(z.object({ month, price: rupiah })) }))
    .default([]),
  firstNamed: z.string().nullable().default(null),
  phoneFailures: z.number().int().default(0),
  lastFailure: z.string().nullable().default(null),
  stopped: z.object({ until: date.nullable() }).nullable(),
  rev: z.number().int(),
}) satisfies z.ZodType<Worker>;

/**
 * The first two letters part a province: a roster of one province is written to all of its pieces,
 * and a name is looked for in one.
 */
export const nameKey = (province: string, plain: string): string =>
  `${province}#${plain.slice(0, 2)}`;

export const creditKey = (shard: number): string => `credit#${shard}`;

/** A row from before a fact was kept lacks it. */
const workerSchema = z.preprocess(
  (row) => (typeof row === 'object' ? { ...unsaid, ...row } : row),
  storedWorker,
);

export const readWorker = reader<Worker>(workerSchema);

const changeSchema = z.object({
  workerId: z.string(),
  id: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  what: z.enum(changeKinds),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
}) satisfies z.ZodType<Change>;

export const readChange = reader<Change>(changeSchema);

/** What is wrong with a worker's row, quoting no value, and its `rev` (NaN where it has none). */
export const unreadable = (row: Row): { reason: string; rev: number } => ({
  reason: whyUnreadable(row),
  rev: typeof row.rev === 'number' ? row.rev : Number.NaN,
});

const whyUnreadable = (row: Row): string =>
  workerSchema
    .safeParse(row)
    .error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${ownProblem(message)?.reason ?? message}`,
    )
    .join('; ') ?? '';

/** What stays in the place of an erased worker, for good. No reader takes it for a worker. */
export const tombstone = (workerId: string, erasedAt: Instant): Row => ({
  ...keys.worker(workerId),
  erasedAt,
});

export const isTombstone = ({ erasedAt }: Row): boolean => erasedAt !== undefined;

/** A row that cannot be read is a worker's too. */
export const someoneThere = 'attribute_exists(#pk) AND attribute_not_exists(#erasedAt)';
export const nobodyThere = 'attribute_not_exists(#pk) OR attribute_exists(#erasedAt)';
export const notErased = 'attribute_not_exists(#erasedAt)';

/** Nobody has written the worker since. A tombstone does not meet it. */
export const stillAt = (rev: number): Pick<Write, 'if' | 'values'> => ({
  if: '#rev = :rev',
  values: { ':rev': rev },
});

/** The worker with `rev` one up, if the stored row still has the one that was read. */
export const replacing = (worker: Worker, shards: number): Write => ({
  put: workerRow({ ...worker, rev: worker.rev + 1 }, shards),
  ...stillAt(worker.rev),
});

/** The keys of indexes are left out, not null: rows without them cost the indexes nothing. */
export const workerRow = (worker: Worker, shards: number): Row => {
  const partition = partitionOf(worker, shards);
  const plain = plainName(worker.name);
  return {
    ...worker,
    ...keys.worker(worker.workerId),
    phone: worker.phone ?? undefined,
    nameKey: nameKey(worker.province, plain),
    nameSort: `${plain}#${worker.workerId}`,
    dueKey: partition ? dueKey(partition) : undefined,
    creditKey: mayBuyWithCredit(worker) ? creditKey(shardOf(worker.workerId, shards)) : undefined,
  };
};
