import { describe, expect, it } from 'vitest';
import { usualTails } from '../../bench/send-rate/latency.ts';
import { rateOf } from '../../bench/send-rate/measured.ts';
import { type Load, simulate } from '../../bench/send-rate/simulation.ts';

const usual: Omit<Load, 'rate' | 'texts'> = {
  ...{ transaction: 20, sms: 60, tails: usualTails, seed: 7 },
};

/** In virtual time, over the whole flow: what its figures are on a machine of any speed. */
describe('the rate of texts', () => {
  it.each([
    [10, 20, 1_200],
    [20, 20, 600],
    [100, 20, 1_500],
    [300, 20, 4_000],
    [1_200, 20, 9_600],
    [1_200, 5, 9_600],
  ])('of %i a second is reached and kept, at %i ms a transaction', async (rate, ms, texts) => {
    const ran = await simulate({ ...usual, rate, texts, transaction: ms });
    const { share, aligned, sliding } = rateOf(ran.left, rate);
    expect(ran.left.length).toBe(ran.rows.sent);
    expect(share).toBeGreaterThan(0.97);
    expect(aligned).toBeLessThanOrEqual(rate);
    expect(sliding).toBeLessThanOrEqual(1.2 * rate);
    expect(ran.reads / ran.left.length).toBeLessThan(2);
    expect([ran.brokeOff, ran.conflicts.givenUp]).toEqual([0, 0]);
  });
});

it('64 senders at the limit spend it to the last text, and not one more', async () => {
  const load = { ...usual, rate: 1_200, texts: 4_000, senders: 64, limitInTexts: 2_500 };
  const { money, rows, brokeOff, conflicts } = await simulate(load);
  expect(rows).toMatchObject({ sent: 2_500 });
  expect(money).toEqual({ committed: money.limit, spent: money.limit, limit: money.limit });
  expect([brokeOff, conflicts.givenUp]).toEqual([0, 0]);
});
