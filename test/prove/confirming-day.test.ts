import { expect, it } from 'vitest';
import { confirmingDay } from '../../bench/frame/confirming-day.ts';

/** The whole of it, with 200,000, is `npm run bench -- confirmations`. */
it('all who paid in the night are told by day beside the reminders, none twice, though senders die', async () => {
  const [confirmations, reminders] = [3_000, 1_500];
  const outcome = await confirmingDay({
    ...{ confirmations, reminders, smsPartsPerSecond: 10, shards: 4, senders: 3 },
    ...{ deaths: 0.0005, seed: 7 },
  });
  expect(outcome.deaths).toBeGreaterThan(5);
  expect(outcome).toMatchObject({ twice: 0, waiting: 0 });
  expect(outcome.told + outcome.reminded + outcome.unknown).toBe(confirmations + reminders);
  expect(outcome.unknown).toBeLessThanOrEqual(outcome.deaths);
  // 4,500 parts at 10 a second, from eight o'clock on.
  expect(outcome.toldBefore < '2026-11-11T04:00:00.000Z').toBe(true);
});
