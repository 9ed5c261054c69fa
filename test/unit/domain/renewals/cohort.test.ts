import { describe, expect, test } from 'vitest';
import { renewals, sample } from './cohort-given.ts';

const untold = (dates: Readonly<Record<'through' | 'knownOn' | 'finalOn', string>>) => ({
  ...{ ...dates, final: false },
  ...{ reminded: { workers: 900, months: null }, heldOut: { workers: 100, months: null } },
  ...{ perWorker: null, low: null, high: null, costPerMonth: null },
});

describe('a cohort of a thousand workers', () => {
  // 700 renewed in all, but 612 + 58 = 670 by day 30: 30 of the held-out pay on day 35.
  test('comes out to the digit', () =>
    expect(renewals(sample)).toEqual({
      month: '2026-11',
      by: null,
      value: null,
      partial: false,
      dueOn: '2026-11-16',
      finalOn: '2027-02-04',
      final: false,
      due: 1000,
      onTime: 610,
      inArrears: 90,
      recovered: 0,
      lapsed: 0,
      open: 300,
      left: 4,
      startedLate: 12,
      rates: { onTime: 0.61, renewal: 0.7, lapse: 0, recovery: null },
      amountDue: 8_400_000,
      amountReceived: 5_880_000,
      reminders: {
        ...{ sent: 1600, delivered: 1550, undelivered: 30, failed: 2, unknown: 1, missed: 0 },
        skipped: { 'held-out': 190, stopped: 9 },
      },
      parts: 1600,
      spendRupiah: 4_224_000,
      elsewhere: {
        reminders: {
          ...{ sent: 6, delivered: 6, undelivered: 0, failed: 0, unknown: 0, missed: 0 },
          skipped: { 'held-out': 1 },
        },
        ...{ parts: 6, spendRupiah: 15_840 },
      },
      effect: {
        ...{ byDay: 30, reminded: { due: 900, renewed: 612 }, heldOut: { due: 100, renewed: 58 } },
        ...{ points: 10.0, low: 0.3, high: 20.2 },
      },
      effectByLapse: {
        ...{ comparedOn: '2027-01-31', points: null, low: null, high: null },
        ...{ reminded: { due: 900, renewed: 612 }, heldOut: { due: 100, renewed: 88 } },
      },
      ...{ costPerRenewal: 6902, costPerExtraRenewal: null, extraContribution: null, net: null },
      contribution: 8400,
      monthsKept: {
        3: untold({ through: '2027-01', knownOn: '2027-03-31', finalOn: '2027-04-04' }),
        6: untold({ through: '2027-04', knownOn: '2027-06-30', finalOn: '2027-07-04' }),
        12: untold({ through: '2027-10', knownOn: '2027-12-31', finalOn: '2028-01-04' }),
      },
      breakEven: { oneMonth: 55.9, monthsKept: { 3: null, 6: null, 12: null } },
      curve: [
        [-30, 4],
        [-5, 120],
        [0, 610],
        [20, 670],
        [35, 700],
      ],
      steps: [
        {
          step: 'before',
          planned: { anchor: 'due', offsetDays: -5 },
          reminders: {
            ...{ sent: 805, delivered: 775, undelivered: 30, failed: 2, unknown: 1, missed: 0 },
            skipped: { 'held-out': 190, stopped: 9 },
          },
          parts: 805,
          spendRupiah: 2_125_200,
          // Of 900 × Rp8.400.
          breakEven: 28.1,
        },
        {
          step: 'eve',
          planned: { anchor: 'due', offsetDays: -1 },
          reminders: {
            sent: 795,
            delivered: 775,
            undelivered: 0,
            failed: 0,
            unknown: 0,
            missed: 0,
            skipped: {},
          },
          parts: 795,
          spendRupiah: 2_098_800,
          breakEven: 27.8,
        },
      ],
    }));

  test('seen on Tuesday 15 December, day 29, no effect is told; on day 30 it is', () => {
    expect(renewals(sample, { asOf: '2026-12-15' }).effect).toMatchObject({
      reminded: { due: 900, renewed: 612 },
      points: null,
      low: null,
      high: null,
    });
    expect(renewals(sample, { asOf: '2026-12-16' }).effect).toMatchObject({
      points: 10,
      low: 0.3,
      high: 20.2,
    });
  });

  // By day 30 the reminded are ahead by ten points; 30 of the held out pay on day 35.
  test('what they earned goes by who had renewed before 1 February, on which they lapse', () => {
    const worth = (asOf: string) => {
      const { costPerExtraRenewal, extraContribution, net } = renewals(sample, { asOf });
      return [costPerExtraRenewal, extraContribution, net];
    };
    expect(worth('2027-01-30')).toEqual([null, null, null]);
    expect(worth('2027-01-31')).toEqual([null, -1_512_000, -5_736_000]);
    expect(renewals(sample, { asOf: '2027-01-31' })).toMatchObject({
      effect: { points: 10 },
      effectByLapse: { points: -20 },
    });
  });

  test('seen on the due date itself, what came later is not known yet', () =>
    expect(renewals(sample, { asOf: '2026-11-16' })).toMatchObject({
      ...{
        due: 1004,
        onTime: 610,
        inArrears: 0,
        open: 394,
        left: 0,
        startedLate: 0,
        amountReceived: 610 * 8400,
      },
      curve: [
        [-30, 4],
        [-5, 120],
        [0, 610],
      ],
    }));

  test.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-16', true],
    [null, true],
  ])(
    'first roster on %s: partial is %s, and then there are counts and no rates',
    (firstImport, partial) => {
      const whole = renewals(sample, { firstImport, asOf: '2027-01-31' });
      expect(whole).toMatchObject({ partial, due: 1000, spendRupiah: 4_224_000 });
      const told = [
        ...Object.values(whole.rates),
        whole.effect.points,
        whole.effect.low,
        whole.effect.high,
        whole.effectByLapse.points,
      ];
      const worth = [
        whole.costPerRenewal,
        whole.costPerExtraRenewal,
        whole.extraContribution,
        whole.net,
      ];
      if (partial) expect([...told, ...worth].every((number) => number === null)).toBe(true);
      else expect(worth).toEqual([6902, null, -1_512_000, -5_736_000]);
    },
  );
});
