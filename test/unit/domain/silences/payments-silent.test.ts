import { describe, expect, it } from 'vitest';
import { localDate } from '#domain/calendar/dates';
import { sameHoursBefore, silentHours, wereBusy } from '#domain/silences/payments-silent';
import { rules } from '../../../builders.ts';

const { calendar } = rules;
/** In Jakarta; Wednesday 11 November 2026 where no other day is given. */
const at = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

describe('hours without a payment', () => {
  it.each<[string, string, string | null, string | null]>([
    ['none since eight: at 11:59 it is too early', at('11:59'), null, null],
    ['none since eight: at noon', at('12:00'), null, at('08:00')],
    ['none since eight: in the evening', at('19:59'), null, at('08:00')],
    ['one in the night counts for nothing', at('12:00'), at('03:00'), at('08:00')],
    ['one at ten, four hours ago', at('14:00'), at('10:00'), at('10:00')],
    ['one at 10:01: not yet four full hours', at('14:45'), at('10:01'), null],
    ['one at ten, less than four hours ago', at('13:59'), at('10:00'), null],
    ['eight in the evening is the end', at('20:00'), null, null],
    ['at night', at('02:00'), null, null],
    ['Saturday', at('14:00', '2026-11-14'), null, null],
    ['Sunday', at('14:00', '2026-11-15'), null, null],
    ['Christmas, a Friday', at('14:00', '2026-12-25'), null, null],
    ['the Monday after', at('14:00', '2026-12-28'), null, at('08:00', '2026-12-28')],
  ])('%s', (_, now, last, from) => {
    const span = silentHours({ now, last }, calendar);
    expect(span).toEqual(from === null ? null : { from, to: `${now.slice(0, 13)}:00:00.000Z` });
  });
});

describe('the same hours before', () => {
  const spans = [...sameHoursBefore({ from: at('08:00'), to: at('12:00') }, calendar)];

  it('are those of the working days of four weeks, the latest first', () => {
    expect(spans).toHaveLength(20);
    expect(spans[0]).toEqual({ from: at('08:00', '2026-11-10'), to: at('12:00', '2026-11-10') });
    expect(spans.map(({ to }) => localDate('Asia/Jakarta', to))).not.toContain('2026-11-08');
    expect(spans.at(-1)?.to).toBe(at('12:00', '2026-10-14'));
  });
});

describe('they should have brought payments', () => {
  const days = (busy: number, quiet: number, payments = 8): readonly number[] => [
    ...Array<number>(busy).fill(payments),
    ...Array<number>(quiet).fill(0),
  ];

  it.each<[string, readonly number[], boolean]>([
    ['where every day brought eight', days(20, 0), true],
    ['where all but two did: outages', days(18, 2), true],
    ['and not where three brought none', days(17, 3), false],
    ['and not where one in twenty brought a few, and two nothing', [...days(17, 2), 7], false],
    ['and not in a stage without channels', days(0, 20), false],
    ['and not in the first days of a stage', days(4, 16), false],
  ])('%s', (_, payments, expected) => {
    expect(wereBusy(payments)).toBe(expected);
  });
});
