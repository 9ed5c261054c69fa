import * as z from 'zod';
import type { Write } from '#aws/database';
import { expiry } from '#aws/sending/reminder-rows';
import { runIdOf, type Slice } from '#domain/sending/slice';
import { missedCount, type SliceMissed } from '#domain/sending/slice-missed';
import { keys } from '#table';

export const missedSchema = z.object({
  at: z.string(),
  reason: z.string().nullable(),
  provinces: z.record(z.string(), z.number()),
}) satisfies z.ZodType<SliceMissed>;

/** Put with the write that closes the slice, and again where that is closed once more. */
export function missedAttention(slice: Slice): readonly Write[] {
  const { missed, month, step, planVersion, shard } = slice;
  if (slice.state !== 'closed' || !missed) return [];
  const { at, reason, provinces } = missed;
  const runId = runIdOf(slice);
  const count = missedCount(missed);
  const key = keys.attention('missed', at, [runId, shard].join('#'));
  const item = { kind: 'missed', at, month, step, planVersion, status: 'missed', reason, runId };
  return [{ put: { ...key, ...item, count, provinces, expiresAt: expiry({ at }) } }];
}
