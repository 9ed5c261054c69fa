import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar/dates';
import { comparedIn } from '#domain/renewals/cohorts/cohort';
import { effectOfAll } from '#domain/renewals/cohorts/cohort-effect';
import { asked, renewals, sample } from './cohort-given.ts';
import { aText, cohortOf, nameOfDay, openCycle, paidCycle, times } from './counted.ts';

describe('who is compared with whom', () => {
  test('who could not be texted is due, and in neither arm', () =>
    expect(
      renewals([
        paidCycle('2026-11-10', { textable: false }),
        openCycle(),
        openCycle({ heldOut: true }),
      ]),
    ).toMatchObject({
      due: 3,
      effect: { reminded: { due: 1, renewed: 0 }, heldOut: { due: 1, renewed: 0 } },
    }));

  test('day 30 is Wednesday 16 December; the day after is too late', () => {
    const renewedBy = (on: CalendarDate) =>
      renewals([paidCycle(on), openCycle({ heldOut: true })]).effect.reminded.renewed;
    expect([renewedBy('2026-12-16'), renewedBy('2026-12-17')]).toEqual([1, 0]);
    expect(nameOfDay('2026-12-16')).toBe('Wednesday');
  });

  test('with one arm empty there are no points', () =>
    expect(renewals([paidCycle('2026-11-10')]).effect).toMatchObject({
      points: null,
      low: null,
      high: null,
    }));

  test('over several cohorts only those count of which an effect is told', () => {
    const parts = (of: Partial<typeof asked> = {}) =>
      comparedIn(cohortOf(sample), { ...asked, ...of });
    const whole = parts() ?? [];
    expect(parts({ firstImport: '2026-11-01' })).toBeNull();
    expect(parts({ asOf: '2026-12-15' })).toBeNull();
    expect(effectOfAll([whole])).toEqual({ points: 10, low: 0.3, high: 20.2 });
    // By hand: the root of two narrows 9.72 below and 10.19 above to 6.9 and 7.2.
    expect(effectOfAll([whole, whole])).toEqual({ points: 10, low: 3.1, high: 17.2 });
    expect(effectOfAll([])).toEqual({ points: null, low: null, high: null });
  });

  test('who pays on day 31 or later, before the lapse date, renewed without a text as well', () => {
    const rows = (on: CalendarDate) => [
      ...times(10, paidCycle('2026-11-20')),
      ...times(10, paidCycle(on, { heldOut: true })),
      aText(),
    ];
    const lastDay = renewals(rows('2027-01-31'), { asOf: '2027-03-01' });
    expect(lastDay).toMatchObject({ effect: { points: 100 }, effectByLapse: { points: 0 } });
    expect(lastDay).toMatchObject({ costPerExtraRenewal: null, extraContribution: 0, net: -2640 });
    expect(renewals(rows('2027-02-01'), { asOf: '2027-03-01' })).toMatchObject({
      effectByLapse: { points: 100 },
      ...{ costPerExtraRenewal: 264, extraContribution: 84_000, net: 81_360 },
    });
  });

  test('who came back after lapsing is no renewal that a text paid for', () => {
    const rows = [paidCycle('2026-12-01'), paidCycle('2027-02-10'), ...times(2, aText())];
    expect(renewals(rows, { asOf: '2027-03-01' })).toMatchObject({
      recovered: 1,
      spendRupiah: 5280,
      costPerRenewal: 5280,
    });
  });

  test('texts from day 30 on and confirmations are not a cost of extra renewals', () => {
    const compared = [
      ...times(10, paidCycle('2026-11-10')),
      ...times(10, openCycle({ heldOut: true })),
    ];
    const lastCall = aText({ step: 'last-call', at: '2026-12-16T02:00:00.000Z' });
    const confirmation = aText({ step: 'paid' });
    const asOf = '2027-01-31';
    expect(renewals([...compared, aText(), lastCall, confirmation], { asOf })).toMatchObject({
      ...{
        spendRupiah: 7920,
        costPerExtraRenewal: 264,
        costPerRenewal: 792,
        extraContribution: 84_000,
        net: 76_080,
      },
    });
    const worse = [
      ...times(10, openCycle()),
      ...times(10, paidCycle('2026-11-10', { heldOut: true })),
      aText(),
    ];
    expect(renewals(worse, { asOf })).toMatchObject({
      costPerRenewal: null,
      costPerExtraRenewal: null,
      extraContribution: -84_000,
      net: -86_640,
    });
  });
});
