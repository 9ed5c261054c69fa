import * as z from 'zod';
import type { Write } from '#aws/database';
import { date, month, province, reader, rupiah } from '#aws/rows';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { languages, type Partition, partitionFor, sectors } from '#domain/people/worker';
import { keys } from '#table';

/** Older rows lack what is only counted. */
const cycleFields = {
  month,
  began: z.string(),
  since: date.optional(),
  origin: z.enum(['joined', 'returned', 'renewed']).default('joined'),
  textable: z.boolean().default(true),
  heldOut: z.boolean(),
  holdoutPercent: z.number().optional(),
  past: z.string().optional(),
};

export const cycleSchema = z
  .object(cycleFields)
  .transform(({ since, ...cycle }) => ({ ...cycle, since: since ?? cycle.began.slice(0, 10) }));

const closedCycleSchema = z.object({
  ...cycleFields,
  since: date,
  workerId: z.string(),
  province,
  sector: z.enum(sectors),
  language: z.enum(languages),
  income: rupiah,
  jht: z.boolean(),
  memberSince: month.nullable().optional(),
  end: z.object({
    on: date,
    by: z.enum(['payment', 'roster', 'credit', 'left']),
    months: z.array(month),
    payment: z.string().nullable(),
    told: z.string().optional(),
  }),
  voided: z.boolean(),
}) satisfies z.ZodType<ClosedCycle>;

export const readCycle = reader<ClosedCycle>(closedCycleSchema);

/** Ended cycles have partitions of their own in the `due` index, so that a cohort can be walked. */
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
