import { describe, expect, test } from 'vitest';
import { instantAt, localDate, localTime } from '#domain/calendar/dates';
import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { Plan, Step } from '#domain/plan/plan';
import type { PlanVersion } from '#domain/plan/plan-version';
import { firingsBehind, standingsOf } from '#domain/plan/standings';
import { settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

/** In Jakarta. */
const at = (date: string, time: string) => instantAt('Asia/Jakarta', date, time);

type Edit = Readonly<{ on: string; time: string; to: (plan: Plan) => Partial<Plan> }>;

const step = (id: string, facts: Partial<Step>) => (of: Plan) => ({
  steps: of.steps.map((each) => (each.id === id ? { ...each, ...facts } : each)),
});
const holidayOn = (date: string) => () => ({ holidays: { add: [date], remove: [] } });

/** The versions of a plan in force since October, newest first. */
function versionsAfter(first: Plan, edits: readonly Edit[]): readonly PlanVersion[] {
  const versions: PlanVersion[] = [
    { plan: { ...first, version: 1 }, savedAt: at('2026-10-01', '08:00'), savedBy: 'deployment' },
  ];
  for (const { on, time, to } of edits) {
    const before = versions[0]?.plan ?? first;
    const after = { ...before, ...to(before), version: before.version + 1 };
    versions.unshift({ plan: after, savedAt: at(on, time), savedBy: 'dewi' });
  }
  return versions;
}

/** `2026-11-12 08:00 WIB before 2026-11 text`: what fires because of these edits. */
const fires = (edits: readonly Edit[], first = plan): readonly string[] =>
  firingsBehind(standingsOf(versionsAfter(first, edits), settings)).map(
    ({ zone, step: id, month, firesAt, owed }) =>
      `${wall(zone, firesAt)} ${abbreviationOf(zone)} ${id} ${month} ${owed}`,
  );
const wall = (zone: Zone, moment: string) =>
  `${localDate(zone, moment)} ${localTime(zone, moment)}`;
const inAllZones = (moment: string, ...of: readonly string[]) =>
  ['WIB', 'WITA', 'WIT'].map((zone) => [moment, zone, ...of].join(' '));

describe('a change that puts a step into the past', () => {
  test.each<[string, Edit, readonly string[]]>([
    [
      'a holiday on its day, decreed that morning: it was for the day before',
      { on: '2026-11-11', time: '06:30', to: holidayOn('2026-11-11') },
      inAllZones('2026-11-12 08:00', 'before 2026-11 text'),
    ],
    [
      'an earlier hour: where it has gone out already, nothing',
      { on: '2026-11-14', time: '08:30', to: step('eve', { at: '08:15' }) },
      ['2026-11-14 08:45 WIB eve 2026-11 text'],
    ],
    [
      'an earlier day, on a Sunday: on Monday',
      { on: '2026-11-22', time: '10:00', to: step('after', { offsetDays: 5 }) },
      inAllZones('2026-11-23 08:00', 'after 2026-11 text'),
    ],
    [
      'a quiet day no more: it was for that Sunday',
      {
        on: '2027-01-10',
        time: '10:00',
        to: () => ({ quietDays: ['national-holiday'] }),
      },
      // On Saturday it has gone out already.
      [],
    ],
    [
      'longer ago than can be caught up with: a row each',
      { on: '2026-11-22', time: '10:00', to: step('after', { offsetDays: 3 }) },
      inAllZones('2026-11-23 08:00', 'after 2026-11 row'),
    ],
    [
      'still within the evening of the last day to catch up',
      { on: '2026-11-20', time: '17:30', to: step('after', { offsetDays: 3 }) },
      [
        '2026-11-20 17:45 WIB after 2026-11 text',
        '2026-11-20 18:45 WITA after 2026-11 text',
        '2026-11-20 19:45 WIT after 2026-11 text',
      ],
    ],
    [
      'a later day: nothing',
      { on: '2026-11-11', time: '06:30', to: step('before', { offsetDays: -4 }) },
      [],
    ],
    [
      'after it has gone out: nothing',
      { on: '2026-11-12', time: '10:00', to: step('before', { offsetDays: -10 }) },
      [],
    ],
    [
      'a text alone: nothing',
      { on: '2026-11-11', time: '06:30', to: step('eve', { texts: {} }) },
      [],
    ],
  ])('%s', (_, edit, expected) => expect(fires([edit])).toEqual(expected));
});

test('a Sunday made quiet that morning: it was for Saturday, and goes out on Monday', () => {
  const onSundays: Plan = { ...plan, quietDays: ['national-holiday'] };
  const edit = { on: '2027-01-10', time: '06:30', to: () => ({ quietDays: plan.quietDays }) };
  expect(fires([edit], onSundays)).toEqual(inAllZones('2027-01-11 08:00', 'before 2027-01 text'));
});

describe('a step that is switched on', () => {
  const off = { ...plan, ...step('before', { enabled: false })(plan) };
  test.each<[string, string, string, readonly string[]]>([
    ['before its hour', '2026-11-11', '06:30', []],
    [
      'after its hour goes out that day',
      '2026-11-11',
      '11:00',
      [
        '2026-11-11 11:15 WIB before 2026-11 text',
        '2026-11-11 12:15 WITA before 2026-11 text',
        '2026-11-11 13:15 WIT before 2026-11 text',
      ],
    ],
    ['days after it was owed to nobody', '2026-11-13', '11:00', []],
  ])('%s', (_, on, time, expected) =>
    expect(fires([{ on, time, to: step('before', { enabled: true }) }], off)).toEqual(expected),
  );

  test('too late, and moved into yesterday: as if both had been one change', () => {
    const on = { on: '2026-11-13', time: '11:00', to: step('before', { enabled: true }) };
    const moved = { on: '2026-11-13', time: '11:05', to: step('before', { offsetDays: -4 }) };
    expect(fires([on, moved], off)).toEqual([
      '2026-11-13 11:20 WIB before 2026-11 text',
      '2026-11-13 12:20 WITA before 2026-11 text',
      '2026-11-13 13:20 WIT before 2026-11 text',
    ]);
  });

  test('again, having gone out before it was switched off, is owed to nobody', () =>
    expect(
      fires([
        { on: '2026-11-11', time: '10:00', to: step('before', { enabled: false }) },
        { on: '2026-11-11', time: '10:20', to: step('before', { enabled: true }) },
      ]),
    ).toEqual([]));
});

describe('two changes in a row', () => {
  const hasty = { on: '2026-11-14', time: '08:30', to: step('eve', { at: '08:15' }) };

  test('of which the second takes the first back within a quarter of an hour: nothing', () =>
    expect(
      fires([hasty, { on: '2026-11-14', time: '08:40', to: step('eve', { at: '09:00' }) }]),
    ).toEqual([]));

  test('of which the second comes too late: it has gone out', () =>
    expect(
      fires([hasty, { on: '2026-11-14', time: '08:46', to: step('eve', { at: '09:00' }) }]),
    ).toEqual(['2026-11-14 08:45 WIB eve 2026-11 text']));

  test('of which the second is about something else: it fires once, when it would have', () =>
    expect(
      fires([hasty, { on: '2026-11-14', time: '08:40', to: () => ({ holdoutPercent: 5 }) }]),
    ).toEqual(['2026-11-14 08:45 WIB eve 2026-11 text']));

  test('a second a day later does not make what can still be texted too late', () =>
    expect(
      fires([
        { on: '2026-11-11', time: '06:30', to: holidayOn('2026-11-11') },
        { on: '2026-11-11', time: '21:00', to: () => ({ holdoutPercent: 5 }) },
      ]),
    ).toEqual(inAllZones('2026-11-12 08:00', 'before 2026-11 text')));

  test('of which the second puts back what had gone out already: nothing', () =>
    expect(
      fires([
        { on: '2026-11-12', time: '10:00', to: step('before', { offsetDays: -1 }) },
        { on: '2026-11-12', time: '10:05', to: step('before', { offsetDays: -5 }) },
      ]),
    ).toEqual([]));

  test('of which the second puts it behind, but after it had gone out: who came since is owed it', () =>
    expect(
      fires([
        { on: '2026-11-12', time: '10:00', to: step('before', { offsetDays: -1 }) },
        { on: '2026-11-13', time: '10:05', to: step('before', { offsetDays: -4 }) },
      ]),
    ).toEqual([
      '2026-11-13 10:20 WIB before 2026-11 text',
      '2026-11-13 11:20 WITA before 2026-11 text',
      '2026-11-13 12:20 WIT before 2026-11 text',
    ]));

  test('the second switches it off: nothing', () =>
    expect(
      fires([hasty, { on: '2026-11-14', time: '08:40', to: step('eve', { enabled: false }) }]),
    ).toEqual([]));
});

test('a proposal puts nothing behind until it is approved', () => {
  const [proposed, first] = versionsAfter(plan, [
    { on: '2026-11-10', time: '10:00', to: step('before', { offsetDays: -6 }) },
  ]);
  if (!proposed || !first) throw new Error('There are two versions');
  const approval = { by: 'budi', at: at('2026-11-11', '07:30') };
  const waiting = [{ ...proposed, approval }, first];
  expect(
    firingsBehind(standingsOf(waiting, settings)).map(({ zone, firesAt }) => wall(zone, firesAt)),
    // In Jayapura it was half past nine, and the old plan's nine o'clock had passed.
  ).toEqual(['2026-11-11 08:00', '2026-11-11 08:45']);
});
