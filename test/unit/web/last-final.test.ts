import { describe, expect, test } from 'vitest';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { changeOf, firstToCome, lastFinal } from '#web/src/renewals/summary/last-final';

const cohort = (month: string, facts: Partial<Renewals> = {}): Renewals =>
  ({ month, final: true, partial: false, due: 100, onTime: 61, ...facts }) as Renewals;

const [june, july] = [cohort('2026-06', { onTime: 58 }), cohort('2026-07')];
const august = cohort('2026-08', { final: false });
const months = (of: ReturnType<typeof lastFinal>) => of && [of.last.month, of.before?.month];

describe('the last final month', () => {
  test.each<[string, readonly Renewals[], ReturnType<typeof months>]>([
    ['is the last that cannot change any more', [june, july, august], ['2026-07', '2026-06']],
    [
      'has none before it where that is partial',
      [{ ...june, partial: true }, july],
      ['2026-07', undefined],
    ],
    [
      'has none before it where nobody was due',
      [{ ...june, due: 0 }, july],
      ['2026-07', undefined],
    ],
    [
      'has none before it where a month is left out',
      [cohort('2026-05'), july],
      ['2026-07', undefined],
    ],
    ['is no partial one', [june, { ...july, partial: true }], ['2026-06', undefined]],
    ['is not there yet', [august], null],
    ['is not there without anybody', [], null],
  ])('%s', (_, cohorts, expected) => expect(months(lastFinal(cohorts))).toEqual(expected));

  test('will be the first of those that can become final', () => {
    const partial = cohort('2026-09', { partial: true, final: false });
    expect(firstToCome([partial, august, cohort('2026-10', { final: false })])).toBe(august);
    expect(firstToCome([partial])).toBeNull();
  });

  test('changed by three; by nothing that can be told where a month has no figure', () => {
    expect(changeOf(july, june, ({ onTime }) => onTime)).toBe(3);
    expect(changeOf(july, null, ({ onTime }) => onTime)).toBeNull();
    expect(changeOf(july, june, ({ month }) => (month === '2026-07' ? 61 : null))).toBeNull();
  });
});
