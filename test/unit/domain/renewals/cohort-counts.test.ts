import { describe, expect, test } from 'vitest';
import { readCohort } from '#domain/renewals/cohort-counts';

describe('the counters that nobody can read', () => {
  const place = {
    of: 'cohort',
    month: '2026-11',
    dimension: 'total',
    value: '',
    period: '2026-11',
  } as const;
  test.each([
    'paid.10.reminded.early.m',
    'paid.10.somebody.early.n',
    'paid.32.reminded.early.n',
    'paid.10.reminded.soon.n',
    'paid.10.reminded.early.joined.n',
    'begun.10.reminded.soon.joined.n',
    'text.10.reminded.before.claimed.n',
    'text.10.reminded.before.sent.because.n',
    'text.10.reminded.before.skipped.n',
    'returned.10.n',
    'toString.10.n',
  ])('"%s" is named', (name) =>
    expect(() =>
      readCohort([{ place, counts: { 'paid.11.reminded.early.n': 1, [name]: 1 } }]),
    ).toThrow(`Not counters of a cohort: ${name}.`),
  );
});
