import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, it } from 'vitest';
import { startClock } from '#local/clock';

const realNow = Date.now;
let clock: ReturnType<typeof startClock> | undefined;
afterEach(() => clock?.stop());

const day = 86_400_000;

/** However slow the machine: not before the question was put, nor after the answer was there. */
function expectRealTime(ask: () => number): void {
  const before = realNow();
  const seen = ask();
  expect(seen).toBeGreaterThanOrEqual(before);
  expect(seen).toBeLessThanOrEqual(realNow());
}

it('shows the real time plus its lead, in every way of asking', () => {
  clock = startClock(3 * day, () => undefined);
  for (const ask of [
    () => Date.now(),
    () => Date.parse(new Date().toISOString()),
    () => Temporal.Now.instant().epochMilliseconds,
  ])
    expectRealTime(() => ask() - 3 * day);
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
  const began = realNow();
  const target = Date.now() + 30 * day;
  clock.moveTo(target);
  clock.moveTo(target - day);
  expect(Date.now()).toBeGreaterThanOrEqual(target);
  expect(leads).toHaveLength(2);
  // What passed meanwhile is not part of the lead.
  expect(leads[1]).toBeLessThanOrEqual(30 * day);
  expect(leads[1]).toBeGreaterThanOrEqual(30 * day - (realNow() - began));
});

it('gives the real Date back', () => {
  startClock(day, () => undefined).stop();
  expectRealTime(Date.now);
});
