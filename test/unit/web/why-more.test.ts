import { expect, it } from 'vitest';
import { summed } from '#domain/preview/preview';
import { type WhyMore, whyMore } from '#web/src/plan/preview/why-more';
import { settings } from '../flows/settings.ts';

/** Of 100 who owe a month: how many texts, and what is said of them. */
const sums = (workers: number, expected: number) =>
  summed([{ workers, expected, most: 500, parts: 1 }], settings);

it.each<[string, { unpaid: number; expected: number; confirmed: number }, WhyMore | null]>([
  [
    'fewer, as most pay before their last reminder',
    { unpaid: 300, expected: 180, confirmed: 0 },
    null,
  ],
  ['as many, as there is no month to go by', { unpaid: 300, expected: 300, confirmed: 0 }, null],
  ['fewer, with the confirmations', { unpaid: 300, expected: 280, confirmed: 90 }, null],
  ['more by their confirmations', { unpaid: 300, expected: 320, confirmed: 90 }, 'confirmations'],
  ['more, as the next month begins', { unpaid: 100, expected: 130, confirmed: 0 }, 'next'],
  ['more by both', { unpaid: 100, expected: 260, confirmed: 90 }, 'both'],
])('of texts that are expected, beside those if nobody pays: %s', (_, given, why) => {
  const confirmations = [{ month: '2026-11', ...sums(0, given.confirmed) }];
  expect(whyMore({ total: sums(given.unpaid, given.expected), confirmations })).toBe(why);
});
