import { type Database, write } from '#aws/database';
import type { Asked } from '#domain/sending/places';
import type { SmsRateLimit } from '#flows/sending/sms-port';
import { keys } from '#table';

/** One counter a second. A take that the SDK repeats counts twice: slower, never too fast. */
export const rateLimit = (database: Database): SmsRateLimit => ({
  async take(asked) {
    for (;;) {
      const after = await goOn(database, asked);
      if (typeof after === 'number') return after - asked.places;
      if (after === 'full' || asked.from >= asked.perSecond) return null;
      // Whoever begins or catches up with the clock does it for all; if that is another, we go on.
      if (await beginAt(database, asked)) return asked.from;
    }
  },
});

/** In nearly all cases the only write: others have begun the second, and are not behind. */
async function goOn(
  database: Database,
  { second, places, perSecond, oldest }: Asked,
): Promise<number | 'full' | 'behind'> {
  const written = await write(database, {
    update: keys.rateLimit(second),
    to: 'SET #parts = #parts + :places',
    if: '#parts >= :oldest AND #parts < :perSecond',
    values: { ':places': places, ':oldest': oldest, ':perSecond': perSecond },
    returns: 'UPDATED_NEW',
  });
  if (written.done) return Number(written.after?.parts);
  return Number(written.refused[0]?.parts?.N ?? 0) >= perSecond ? 'full' : 'behind';
}

async function beginAt(database: Database, { second, places, oldest, from }: Asked) {
  const written = await write(database, {
    update: keys.rateLimit(second),
    to: 'SET #parts = :parts, #expiresAt = :expiresAt',
    if: 'attribute_not_exists(#parts) OR #parts < :oldest',
    values: { ':parts': from + places, ':oldest': oldest, ':expiresAt': second + 24 * 3_600 },
  });
  return written.done;
}
