import { describe, expect, test } from 'vitest';
import { readCohort } from '#domain/renewals/cohorts/read-cohort';

describe('the counters that nobody can read', () => {
  const place = {
    of: 'cohort',
    month: '2026-11',
    dimension: 'sector',
    value: 'other',
    day: '2026-11-10',
  } as const;
  test.each([
    ['paid.early', 'reminded.m'],
    ['paid.early', 'somebody.n'],
    ['paid.soon', 'reminded.n'],
    ['paid.early', 'reminded.joined.n'],
    ['paid', 'reminded.n'],
    ['begun.soon', 'reminded.joined.n'],
    ['text.before', 'reminded.claimed.n'],
    ['text.before', 'reminded.sent.because.n'],
    ['text.before', 'reminded.skipped.n'],
    ['returned', 'n'],
    ['toString', 'n'],
  ])('"%s %s" is named', (group, name) =>
    expect(() =>
      readCohort([
        { place: { ...place, group: 'paid.early' }, counts: { 'reminded.n': 1 } },
        { place: { ...place, group }, counts: { [name]: 1 } },
      ]),
    ).toThrow(`Not counters of a cohort: ${group} ${name}.`),
  );
});
