import { describe, expect, test } from 'vitest';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { calendarOf, isQuietDay, isWorkingDay } from '#domain/calendar/holidays';
import { rules, settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const { calendar } = rules;
const none = { add: [], remove: [] };

describe('the due date is the 15th, or the next working day', () => {
  test.each([
    ['2026-01', '2026-01-15', 'a Thursday'],
    ['2026-02', '2026-02-16', 'the 15th is a Sunday, and Monday the 16th only joint leave'],
    ['2026-03', '2026-03-16', 'the 15th is a Sunday'],
    ['2026-08', '2026-08-18', 'the 15th is a Saturday, Monday the 17th is Independence Day'],
    ['2026-10', '2026-10-15', 'a Thursday'],
    ['2026-11', '2026-11-16', 'the 15th is a Sunday'],
    ['2026-12', '2026-12-15', 'a Tuesday'],
    ['2027-01', '2027-01-15', 'a Friday'],
    ['2027-05', '2027-05-18', 'the 15th is a Saturday, Monday the 17th is Idul Adha (an estimate)'],
    ['2027-08', '2027-08-16', 'the 15th is a Sunday'],
  ])('%s is due on %s: %s', (month, date) => expect(dueDate(month, calendar)).toBe(date));

  test('a holiday that admins add moves it: Thursday 15 October 2026 to Friday', () =>
    expect(dueDate('2026-10', calendarOf({ add: ['2026-10-15'], remove: [] }, settings))).toBe(
      '2026-10-16',
    ));

  test('a holiday that was taken back does not: Monday 17 August 2026', () =>
    expect(dueDate('2026-08', calendarOf({ add: [], remove: ['2026-08-17'] }, settings))).toBe(
      '2026-08-17',
    ));
});

describe('joint leave (Friday 15 May 2026)', () => {
  test('does not move the due date', () => expect(dueDate('2026-05', calendar)).toBe('2026-05-15'));

  test('moves it to Monday the 18th under the setting', () =>
    expect(dueDate('2026-05', calendarOf(none, { jointLeaveMovesDueDate: true }))).toBe(
      '2026-05-18',
    ));

  test('is no quiet day, whatever the setting', () =>
    expect(
      isQuietDay('2026-05-15', plan.quietDays, calendarOf(none, { jointLeaveMovesDueDate: true })),
    ).toBe(false));

  test('can be taken back', () =>
    expect(
      isWorkingDay(
        '2026-05-15',
        calendarOf({ add: [], remove: ['2026-05-15'] }, { jointLeaveMovesDueDate: true }),
      ),
    ).toBe(true));
});

describe('quiet days', () => {
  test.each([
    ['2026-11-15', 'a Sunday', true],
    ['2026-11-14', 'a Saturday', false],
    ['2026-12-25', 'Christmas, a Friday', true],
    ['2026-12-24', 'joint leave, a Thursday', false],
  ])('%s, %s: %s', (date, _, quiet) =>
    expect(isQuietDay(date, plan.quietDays, calendar)).toBe(quiet),
  );

  test('none where the plan names none', () =>
    expect(isQuietDay('2026-11-15', [], calendar)).toBe(false));
});

test.each([
  ['2026-10', 3, '2027-01-01', 'covered through September'],
  ['2026-11', 3, '2027-02-01', 'covered through October'],
  ['2026-12', 1, '2027-01-01', 'with a setting of one month'],
])('membership of who owes %s lapses after %i months, on %s: %s', (month, lapseMonths, date) =>
  expect(lapseDate(month, lapseMonths)).toBe(date),
);
