import { describe, expect, test } from 'vitest';
import { contribution, discountEnded } from '#domain/people/tariff';
import { incomeTiers } from '#domain/people/tariff-tables';
import { aWorker } from '../../../builders.ts';

const seller = aWorker({ sector: 'other' });
const driver = aWorker({ sector: 'transport' });

describe('lowest tier, by contribution month', () => {
  test.each([
    ['2025-12', 16_800, 16_800, 'before any discount'],
    ['2026-01', 16_800, 8_400, 'drivers pay half from January 2026'],
    ['2026-03', 16_800, 8_400, 'the last full month of all others'],
    ['2026-04', 8_400, 8_400, 'all others pay half from April 2026'],
    ['2026-12', 8_400, 8_400, 'the last half month of all others'],
    ['2027-01', 16_800, 8_400, 'drivers go on until March 2027'],
    ['2027-03', 16_800, 8_400, 'the last half month of drivers'],
    ['2027-04', 16_800, 16_800, 'nobody any more'],
  ])('%s: a batik seller pays Rp%i, a driver Rp%i; %s', (month, others, drivers) => {
    expect([contribution(seller, month), contribution(driver, month)]).toEqual([others, drivers]);
  });
});

describe('old age (JHT) is never discounted', () => {
  test.each([
    ['2026-03', 36_800],
    ['2026-11', 28_400],
    ['2027-01', 36_800],
  ])('%s: Rp%i', (month, amount) =>
    expect(contribution({ ...seller, jht: true }, month)).toBe(amount),
  );
});

describe('33 tiers', () => {
  test.each([
    [0, 16_800],
    [1_099_999, 16_800],
    [1_100_000, 18_800],
    [1_300_000, 20_800],
    [2_700_000, 36_300],
    [20_199_999, 203_800],
    [20_200_000, 213_800],
    [900_000_000, 213_800],
  ])('an income of Rp%i pays Rp%i at full price', (income, amount) =>
    expect(contribution({ ...seller, income }, '2027-01')).toBe(amount),
  );

  test('each is 1 % JKK, Rp6.800 JKM and 2 % JHT of its base; halves are whole rupiah', () => {
    expect(incomeTiers).toHaveLength(33);
    for (const { base, jkk, jkm, jht } of incomeTiers)
      expect([jkk, jkm, jht, (jkk + jkm) % 2]).toEqual([base / 100, 6_800, base / 50, 0]);
  });
});

test('who is paid for from a budget gets no discount', () =>
  expect(contribution({ ...seller, governmentPaid: true }, '2026-11')).toBe(16_800));

describe('the discount has just ended', () => {
  test.each([
    ['2026-12', false, false],
    ['2027-01', true, false],
    ['2027-02', false, false],
    ['2027-04', false, true],
  ])('%s: for a seller %s, for a driver %s', (month, others, drivers) => {
    expect([discountEnded(seller, month), discountEnded(driver, month)]).toEqual([others, drivers]);
  });

  test('not for who never had it', () =>
    expect(discountEnded({ ...seller, governmentPaid: true }, '2027-01')).toBe(false));
});
