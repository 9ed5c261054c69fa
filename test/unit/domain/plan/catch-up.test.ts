import { expect, test } from 'vitest';
import { instantAt } from '#domain/calendar/dates';
import { closesAt, nextTextingMinute } from '#domain/plan/catch-up';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const zone = 'Asia/Jakarta';
const on = (date: string, time: string) => instantAt(zone, date, time);
const holidays = { add: ['2026-11-13', '2026-11-14'], remove: [] };
const overNoon = { from: '12:00', to: '13:00' };

test.each<[string, Partial<Plan>, string, string]>([
  ['one day to catch up', {}, '2026-11-15', '20:00'],
  ['none', { catchUpDays: 0 }, '2026-11-14', '20:00'],
  ['seven', { catchUpDays: 7 }, '2026-11-21', '20:00'],
  ['texts until midnight', { quietHours: overNoon }, '2026-11-16', '00:00'],
])('what belongs to Saturday 14 November, with %s, may go out before %j: %s %s', (...given) => {
  const [, facts, date, time] = given;
  const last = closesAt({ zone, date: '2026-11-14' }, { ...plan, ...facts });
  expect(last).toBe(on(date, time));
});

test.each<[string, Partial<Plan>, string, string, string]>([
  ['at once by day', {}, '2026-11-11T09:00:00.000Z', '2026-11-11', '16:00'],
  ['with the next whole minute', {}, '2026-11-11T09:00:00.001Z', '2026-11-11', '16:01'],
  ['in the morning', {}, '2026-11-11T00:59:00.000Z', '2026-11-11', '08:00'],
  ['not once it is evening', {}, '2026-11-11T12:59:30.000Z', '2026-11-12', '08:00'],
  ['after midnight', {}, '2026-11-11T17:30:00.000Z', '2026-11-12', '08:00'],
  ['on Monday, as it is Sunday', {}, '2026-11-15T03:00:00.000Z', '2026-11-16', '08:00'],
  ['on Monday, since Saturday night', {}, '2026-11-14T14:00:00.000Z', '2026-11-16', '08:00'],
  ['after three days', { holidays }, '2026-11-13T03:00:00.000Z', '2026-11-16', '08:00'],
  [
    'after the noon pause',
    { quietHours: overNoon },
    '2026-11-11T05:10:00.000Z',
    '2026-11-11',
    '13:00',
  ],
])('texts may leave %s: with %j from %s on, on %s at %s', (_, facts, at, date, time) => {
  const asked = { ...plan, ...facts };
  const rules = rulesOf(asked, settings);
  expect(nextTextingMinute(zone, { plan: asked, rules, at })).toBe(on(date, time));
});
