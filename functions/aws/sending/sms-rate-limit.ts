import { type Database, write } from '#aws/database';
import type { SmsRateLimit } from '#flows/sending/sms-port';
import { keys } from '#table';

/**
 * One counter a second for all senders. A take that the SDK repeats after a lost answer counts
 * twice: slower, never too fast. TTL removes counters a day later.
 */
export const rateLimit = (database: Database): SmsRateLimit => ({
  async take(parts, perSecond) {
    if (parts > perSecond) return false;
    const second = Math.floor(Date.now() / 1_000);
    const taken = await write(database, {
      update: keys.rateLimit(second),
      to: 'SET #expiresAt = :expiresAt ADD #parts :parts',
      if: 'attribute_not_exists(#parts) OR #parts <= :room',
      values: { ':parts': parts, ':room': perSecond - parts, ':expiresAt': second + 24 * 3_600 },
    });
    return taken.done;
  },
});
