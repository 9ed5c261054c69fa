import { describe, expect, test } from 'vitest';
import { addMonths, type CalendarDate, type Month, monthRange } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { renewals } from './cohort-given.ts';
import { aText, openCycle, paidCycle, times } from './counted.ts';

const priceUsd = 0.16073;
const shown = (rows: readonly CountedRow[], month: Month, asOf = '2029-01-01'): Renewals =>
  renewals(rows, { month, asOf });

/** A hundred reminded and a hundred held out, one text at Rp2.652 to each of the reminded. */
function cohort(month: Month, paid: Readonly<{ reminded: number; heldOut: number }>, months = 1) {
  const began = { month, since: `${addMonths(month, -1)}-12` };
  const on: CalendarDate = `${month}-10`;
  const bought = monthRange(month, addMonths(month, months - 1));
  const arm = (n: number, heldOut: boolean) => [
    ...times(n, paidCycle(on, { ...began, heldOut }, bought)),
    ...times(100 - n, openCycle({ ...began, heldOut })),
  ];
  const at = `${month}-09T02:00:03.000Z`;
  return [
    ...arm(paid.reminded, false),
    ...arm(paid.heldOut, true),
    ...times(100, aText({ month, at, priceUsd })),
  ];
}

describe('the points at which a text pays for itself', () => {
  test('31.6 where a month is Rp8.400, 15.8 where it is Rp16.800', () => {
    const paid = { reminded: 60, heldOut: 50 };
    expect(shown(cohort('2026-11', paid), '2026-11')).toMatchObject({
      ...{ contribution: 8_400, spendRupiah: 265_205, breakEven: { oneMonth: 31.6 } },
    });
    expect(shown(cohort('2027-01', paid), '2027-01')).toMatchObject({
      ...{ contribution: 16_800, breakEven: { oneMonth: 15.8 } },
    });
  });

  test('a third of it where every renewal won stays for three months, a twelfth for twelve', () => {
    const breakEven = (months: number) =>
      shown(cohort('2026-11', { reminded: 60, heldOut: 50 }, months), '2026-11').breakEven;
    expect(breakEven(1).monthsKept).toEqual({ 3: 31.6, 6: 31.6, 12: 31.6 });
    expect(breakEven(3).monthsKept).toEqual({ 3: 10.5, 6: 10.5, 12: 10.5 });
    expect(breakEven(12).monthsKept).toEqual({ 3: 10.5, 6: 5.3, 12: 2.6 });
  });

  test('is told of each step, and those of all steps add up to it', () => {
    // Rp840.000 are due. A hundred texts cost Rp265.205, which is 31.6 %; fifty Rp132.602, 15.8 %.
    const at = '2026-11-13T02:00:03.000Z';
    const eve = times(50, aText({ month: '2026-11', step: 'eve', at, priceUsd }));
    const rows = [...cohort('2026-11', { reminded: 60, heldOut: 50 }), ...eve];
    const { steps, breakEven } = shown(rows, '2026-11');
    expect(steps.map((step) => [step.step, step.breakEven])).toEqual([
      ['before', 31.6],
      ['eve', 15.8],
    ]);
    expect(breakEven.oneMonth).toBe(47.4);
    const [first] = renewals(rows, { month: '2026-11', firstImport: '2026-11-02' }).steps;
    expect(first?.breakEven).toBeNull();
  });

  test('is where net is nought: 32 of 100 won are a little more, 31 a little less', () => {
    const net = (reminded: number) =>
      shown(cohort('2026-11', { reminded, heldOut: 50 }), '2026-11').net ?? 0;
    expect([net(81) < 0, net(82) > 0]).toEqual([true, true]);
  });

  test('is not told of months kept where nothing extra was seen, and of nothing where nobody is due', () => {
    const none = { 3: null, 6: null, 12: null };
    for (const paid of [
      { reminded: 50, heldOut: 50 },
      { reminded: 40, heldOut: 50 },
    ])
      expect(shown(cohort('2026-11', paid), '2026-11').breakEven).toEqual({
        ...{ oneMonth: 31.6, monthsKept: none },
      });
    expect(shown([], '2026-11').breakEven).toEqual({ oneMonth: null, monthsKept: none });
  });
});

describe('what a month kept costs', () => {
  const kept = (paid: Parameters<typeof cohort>[1], asOf?: CalendarDate) =>
    shown(cohort('2026-11', paid, 3), '2026-11', asOf).monthsKept;

  test('is the texts before day 30 for each: Rp265.205 for ten times three months', () =>
    expect(kept({ reminded: 60, heldOut: 50 })).toMatchObject({
      3: {
        ...{ reminded: { workers: 100, months: 180 }, heldOut: { workers: 100, months: 150 } },
        ...{ perWorker: 0.3, costPerMonth: 8_840, final: true },
      },
    }));

  test('is not told where none were kept, or it is not known yet', () => {
    expect(kept({ reminded: 50, heldOut: 60 })?.[3].costPerMonth).toBeNull();
    expect(kept({ reminded: 60, heldOut: 50 }, '2027-03-30')?.[3].costPerMonth).toBeNull();
  });
});
