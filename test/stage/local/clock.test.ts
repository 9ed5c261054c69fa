import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { startClock } from '#local/clock';

const realNow = Date.now;
let clock: ReturnType<typeof startClock> | undefined;
afterEach(() => clock?.stop());

const day = 86_400_000;

it('shows the real time plus its lead, in every way of asking', () => {
  clock = startClock(3 * day, () => undefined);
  const expected = realNow() + 3 * day;
  for (const seen of [
    Date.now(),
    Date.parse(new Date().toISOString()),
    Temporal.Now.instant().epochMilliseconds,
  ])
    expect(Math.abs(seen - expected)).toBeLessThan(50);
});

it('is right at once after the event loop stood still', () => {
  clock = startClock(day, () => undefined);
  const before = Date.now();
  const until = realNow() + 120;
  while (realNow() < until);
  expect(Date.now() - before).toBeGreaterThanOrEqual(119);
});

it('moves forward, never back, and tells each new lead', () => {
  const leads: number[] = [];
  clock = startClock(0, (lead) => leads.push(lead));
  const target = Date.now() + 30 * day;
  clock.moveTo(target);
  clock.moveTo(target - day);
  expect(Date.now() - target).toBeGreaterThanOrEqual(0);
  expect(Date.now() - target).toBeLessThan(50);
  expect(leads).toHaveLength(2);
  expect(Math.abs((leads[1] ?? 0) - 30 * day)).toBeLessThan(50);
});

it('gives the real Date back', () => {
  startClock(day, () => undefined).stop();
  expect(Math.abs(Date.now() - realNow())).toBeLessThan(50);
});
