import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Stored } from '#aws/database';
import { date, month, reader, rupiah } from '#aws/rows';
import { missedSchema } from '#aws/sending/missed-rows';
import { zones } from '#domain/calendar/zones';
import type { Slice, SliceProgress } from '#domain/sending/slice';
import type { Turn } from '#domain/sending/turn';
import { keys } from '#table';

/** A single write that the SDK repeats after a lost answer is refused by its own new `rev`. */
export const isAsStored = (saved: Slice, stored: Stored): boolean =>
  isDeepStrictEqual(unmarshall(stored), JSON.parse(JSON.stringify(rowOf(saved))));

export const rowOf = (slice: Slice) => ({ ...keys.slice(slice), ...slice });

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
  spent: rupiah.default(0),
  tickets: z.number().int().default(0),
  holder: z.string().nullable(),
  leaseUntil: z.string().nullable(),
  queuedAt: z.string().nullish(),
  counts: z.custom<Slice['counts']>((counts) => typeof counts === 'object' && counts !== null),
  missed: missedSchema.optional(),
  withheld: z.object({ version: z.number().int(), workers: z.number().int() }).optional(),
  rev: z.number().int(),
  anew: z.boolean().optional(),
  rescheduled: z.boolean().optional(),
}) satisfies z.ZodType<Slice>;

export const readSlice = reader<Slice>(sliceSchema);

export const turnSchema = sliceSchema.pick({
  ...{ state: true, holder: true, leaseUntil: true, scheduledAt: true, queuedAt: true },
}) satisfies z.ZodType<Turn>;

export const readTurn = reader<Turn>(turnSchema);

export const progressSchema = sliceSchema.pick({
  ...{ zone: true, date: true, time: true, step: true, month: true },
  ...{ planVersion: true, state: true, counts: true, withheld: true },
}) satisfies z.ZodType<SliceProgress>;

export const readProgress = reader<SliceProgress>(progressSchema);
