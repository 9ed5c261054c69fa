import { describe, expect, test } from 'vitest';
import { ownMonth, pastAfter, pastAt, pastOf } from '#domain/people/cycles/past-months';

const cycle = (month: string, facts: object = {}) => ({
  ...{ month, began: `${month}-01T00:00:00.000Z`, since: `${month}-01` },
  ...{ origin: 'renewed' as const, textable: true, heldOut: false, holdoutPercent: 10 },
  ...facts,
});

describe('the months before a cycle', () => {
  test('keep the share of each draw, written once for all that were drawn with it', () => {
    const november = cycle('2026-11', { past: '@10:Rh' });
    const after = pastAfter(november, ['2026-11']);
    expect(after).toBe('@10:RhR');
    const december = cycle('2026-12', { past: after, heldOut: true, holdoutPercent: 0.12 });
    expect(pastAfter(december, ['2026-12'])).toBe('@10:RhR@0.12:H');
    expect(pastOf({ past: '@10:Rh.+@0.12:H17' })).toEqual([
      { arm: 'reminded', holdoutPercent: 10, late: 'early', paid: true },
      { arm: 'held-out', holdoutPercent: 10, late: 'early', paid: false },
      { arm: null, late: 'early', paid: false },
      { arm: null, late: 'early', paid: true },
      { arm: 'held-out', holdoutPercent: 0.12, late: '17', paid: true },
    ]);
  });

  test('of old rows have none, and are followed by those that have', () => {
    expect(pastAfter(cycle('2026-11', { past: 'Rh' }), ['2026-11'])).toBe('Rh@10:R');
    expect(pastOf({ past: 'R' })).toEqual([
      { arm: 'reminded', holdoutPercent: undefined, late: 'early', paid: true },
    ]);
  });

  test('keep their share where the first of them are dropped', () => {
    const past = `@10:${'R'.repeat(11)}`;
    expect(pastAfter(cycle('2026-11', { past, holdoutPercent: 10 }), ['2026-11'])).toBe(past);
    expect(pastAt('2026-10', cycle('2026-11', { past: '@10:RH' }))).toBe('@10:R');
  });

  test('say of the own month what was drawn', () =>
    expect(ownMonth(cycle('2026-11'))).toEqual({
      ...{ arm: 'reminded', holdoutPercent: 10, late: 'early', paid: false },
    }));
});
