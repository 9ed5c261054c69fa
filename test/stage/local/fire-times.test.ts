import { expect, it } from 'vitest';
import { nextFireTime } from '#local/scheduler/fire-times';

it.each([
  // expression, zone, after, next. 11 November 2026 is a Wednesday.
  ['cron(0 9 * * ? *)', 'Asia/Jakarta', '2026-11-11T01:00:00Z', '2026-11-11T02:00:00Z'],
  ['cron(0 9 * * ? *)', 'Asia/Jayapura', '2026-11-11T01:00:00Z', '2026-11-12T00:00:00Z'],
  ['cron(0 9 * * ? *)', 'Asia/Jakarta', '2026-11-11T02:00:00Z', '2026-11-12T02:00:00Z'],
  ['cron(0 9 ? * 1 *)', 'Asia/Jakarta', '2026-11-11T01:00:00Z', '2026-11-15T02:00:00Z'],
  ['cron(30 2 * * ? *)', 'Asia/Jakarta', '2026-11-11T01:00:00Z', '2026-11-11T19:30:00Z'],
  ['cron(0 9 1 1 ? 2027)', 'Asia/Makassar', '2026-11-11T01:00:00Z', '2027-01-01T01:00:00Z'],
  ['rate(15 minutes)', 'UTC', '2026-11-11T01:00:00Z', '2026-11-11T01:15:00Z'],
])('%s in %s after %s fires at %s', (expression, zone, after, next) => {
  expect(new Date(nextFireTime(expression, zone, Date.parse(after)) ?? 0).toISOString()).toBe(
    next.replace('Z', '.000Z'),
  );
});

it('never fires again when its year is over', () => {
  expect(
    nextFireTime('cron(0 9 * * ? 2025)', 'UTC', Date.parse('2026-11-11T01:00:00Z')),
  ).toBeNull();
});

it.each(['cron(0 25 * * ? *)', 'every day', 'rate(0 minutes)', 'cron(0 9 * * *)'])(
  'refuses %s',
  (expression) => {
    expect(() => nextFireTime(expression, 'Asia/Jakarta', 0)).toThrow();
  },
);
