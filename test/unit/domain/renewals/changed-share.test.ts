import { describe, expect, test } from 'vitest';
import { renewals } from './cohort-given.ts';
import { openCycle, paidCycle, times } from './counted.ts';

/**
 * Workers who pay ahead began their cycle when ten in a hundred were held out, the others when one
 * in a hundred was. Nine of ten of the first renew with or without texts.
 */
const ahead = (facts: object) => ({ holdoutPercent: 10, since: '2026-09-12', ...facts });
const others = (facts: object) => ({ holdoutPercent: 1, since: '2026-10-12', ...facts });

const rows = (months: readonly string[] = ['2026-11']) => [
  ...times(81, paidCycle('2026-11-10', ahead({}), months)),
  ...times(9, openCycle(ahead({}))),
  ...times(9, paidCycle('2026-11-10', ahead({ heldOut: true }), months)),
  ...times(1, openCycle(ahead({ heldOut: true }))),
  ...times(495, paidCycle('2026-11-10', others({}), months)),
  ...times(495, openCycle(others({}))),
  ...times(4, paidCycle('2026-11-10', others({ heldOut: true }), months)),
  ...times(6, openCycle(others({ heldOut: true }))),
];

describe('where the share held out changes while cycles of a month begin', () => {
  const told = renewals(rows(['2026-11', '2026-12', '2027-01']), { asOf: '2029-01-01' });

  test('the arms of the whole mislead: 53 % of the reminded renew, and 65 % of the held out', () =>
    expect(told.effect).toMatchObject({
      reminded: { due: 1_080, renewed: 576 },
      heldOut: { due: 20, renewed: 13 },
    }));

  // Of those drawn alike: 90 − 90 = 0 for 90 reminded, 50 − 40 = 10 for 990: 9,900 ÷ 1,080.
  test('each part is compared within itself, and counts by its reminded: 9.2 points', () => {
    expect(told.effect.points).toBe(9.2);
    expect(told.effectByLapse.points).toBe(9.2);
  });

  // 99 extra renewals of a month at Rp8.400.
  test('money goes by it: 990 × 10 % × Rp8.400', () =>
    expect(told.extraContribution).toBe(831_600));

  // Those who renewed paid three months: 0 for 90, 1.5 − 1.2 = 0.3 for 990: 297 ÷ 1,080.
  test('so do months kept: 0.275 a worker', () =>
    expect(told.monthsKept?.[3]).toMatchObject({
      reminded: { workers: 1_080, months: 1_728 },
      heldOut: { workers: 20, months: 39 },
      perWorker: 0.275,
    }));

  test('a part of whom nobody was held out is not compared', () => {
    const nobody = times(500, paidCycle('2026-11-10', { holdoutPercent: 0 }));
    expect(renewals([...rows(), ...nobody]).effect.points).toBe(9.2);
  });

  test('rows from before shares were kept are a part of their own', () => {
    const old = [...times(90, paidCycle('2026-11-10')), ...times(10, openCycle({ heldOut: true }))];
    // 100 points for 90: (9,900 + 9,000) ÷ 1,170.
    expect(renewals([...rows(), ...old]).effect.points).toBe(16.2);
  });
});
