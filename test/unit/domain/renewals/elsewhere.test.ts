import { expect, test } from 'vitest';
import { calendarOf } from '#domain/calendar/holidays';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { asked, renewals } from './cohort-given.ts';
import { aText, leftCycle, openCycle, paidCycle, times } from './counted.ts';

/**
 * November 2026, due on Monday 16: two pay on the 16th, one of four texted finds an employer on
 * Friday 20, and one was imported late, on Tuesday 17. Each text costs Rp2.640.
 */
const rows: readonly CountedRow[] = [
  ...times(2, paidCycle('2026-11-16')),
  openCycle(),
  leftCycle('2026-11-20'),
  openCycle({ since: '2026-11-17', origin: 'joined' }),
  ...times(3, aText({ cycleSince: '2026-10-12' })),
  aText({ cycleSince: '2026-10-12', leftOn: '2026-11-20' }),
  aText({ step: 'after', at: '2026-11-23T02:00:03.000Z', cycleSince: '2026-11-17' }),
];

const told = (asOf: string, of: Partial<typeof asked> = {}) => {
  const { due, left, startedLate, reminders, spendRupiah, elsewhere, costPerRenewal } = renewals(
    rows,
    { asOf, ...of },
  );
  return {
    ...{ due, left, startedLate, sent: reminders.sent, spendRupiah, costPerRenewal },
    elsewhere: [elsewhere.reminders.sent, elsewhere.parts, elsewhere.spendRupiah],
  };
};

test('a text to who has not left yet is of the cohort', () =>
  expect(told('2026-11-19')).toEqual({
    ...{ due: 4, left: 0, startedLate: 1, sent: 4, spendRupiah: 10_560, costPerRenewal: 5_280 },
    elsewhere: [0, 0, 0],
  }));

test('from the day they leave it stands elsewhere, and so does a text to who started late', () => {
  expect(told('2026-11-20')).toMatchObject({ due: 3, left: 1, sent: 3, elsewhere: [1, 1, 2_640] });
  expect(told('2026-11-23')).toEqual({
    ...{ due: 3, left: 1, startedLate: 1, sent: 3, spendRupiah: 7_920, costPerRenewal: 3_960 },
    elsewhere: [2, 2, 5_280],
  });
  expect(renewals(rows, { asOf: '2026-11-23' }).steps.map(({ step }) => step)).toEqual(['before']);
});

test('a holiday declared on the 16th takes who came on the 17th, and their text, into the cohort', () => {
  const calendar = calendarOf(
    { add: ['2026-11-16'], remove: [] },
    { jointLeaveMovesDueDate: false },
  );
  expect(told('2026-11-23', { rules: { ...asked.rules, calendar } })).toMatchObject({
    ...{ due: 4, startedLate: 0, sent: 4, spendRupiah: 10_560 },
    elsewhere: [1, 1, 2_640],
  });
});

test('who started late and left is elsewhere once', () => {
  const late = { cycleSince: '2026-11-17', leftOn: '2026-11-25' };
  const text = aText({ ...late, step: 'after', at: '2026-11-23T02:00:03.000Z' });
  expect(renewals([text], { asOf: '2026-11-30' })).toMatchObject({
    reminders: { sent: 0 },
    elsewhere: { reminders: { sent: 1 }, parts: 1, spendRupiah: 2_640 },
  });
});

test('who left on a day before the text that they got is elsewhere from the day of the text', () => {
  const text = aText({ cycleSince: '2026-10-12', leftOn: '2026-11-03' });
  const sentOn = (asOf: string) => {
    const { reminders, elsewhere } = renewals([text], { asOf });
    return [reminders.sent, elsewhere.reminders.sent];
  };
  expect([sentOn('2026-11-10'), sentOn('2026-11-11')]).toEqual([
    [0, 0],
    [0, 1],
  ]);
});
