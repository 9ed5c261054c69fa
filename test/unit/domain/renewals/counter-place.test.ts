import { describe, expect, it } from 'vitest';
import { dimensions } from '#domain/renewals/counting/counter';
import {
  cohortPlace,
  membersPlace,
  placeName,
  receiptsPlace,
} from '#domain/renewals/counting/counter-place';
import type { Segment } from '#domain/renewals/counting/segment';

const like: Segment = {
  coveredThrough: '2026-10',
  zone: 'Asia/Jakarta',
  language: 'su',
  sector: 'other',
  heldOut: false,
  reach: 'text',
};

describe('a place of counters is found again by its name', () => {
  it.each(dimensions)('by %s', (dimension) => {
    const place = {
      of: 'cohort',
      month: '2026-11',
      dimension,
      value: 'Bali',
      day: '2027-01-31',
      group: 'left-text.early.before',
    } as const;
    expect(cohortPlace(placeName(place))).toEqual(place);
  });

  it.each(['text', 'no-phone', 'dead-number', 'stopped', '2026-12-24'] as const)(
    'of members whose reach is %s',
    (reach) => {
      for (const heldOut of [true, false]) {
        const place = { of: 'members', like: { ...like, heldOut, reach } } as const;
        expect(membersPlace(placeName(place))).toEqual(place);
      }
    },
  );
});

it.each(['recorded', 'paid'] as const)('of receipts, by what was %s', (by) => {
  const day = '2026-11-12';
  const place = { of: 'receipts', by, month: '2026-11', day, channel: 'bank-bri' } as const;
  expect(receiptsPlace(placeName(place))).toEqual(place);
});

describe('a name that nobody wrote is refused', () => {
  it.each([
    '',
    '2026-11#province',
    '2026-11#province##2026-11-12#text.before',
    '2026-11#province#Bali#2026-11-31#text.before',
    '2026-13#province#Bali#2026-11-12#text.before',
    '2026-11#zone#Bali#2026-11-12#text.before',
    '2026-11#province#Bali#2026-11-12#',
    '2026-11#province#Bali#2026-11-12#text.before#',
  ])('in a cohort: %j', (name) => expect(() => cohortPlace(name)).toThrow('No counters'));

  it.each([
    '',
    'paid#2026-11#2026-11-12',
    'paid#2026-11#2026-11-12#',
    'paid#2026-13#2026-11-12#bank',
    'sent#2026-11#2026-11-12#bank',
    'paid#2026-11#2026-11-12#bank#x',
  ])('among receipts: %j', (name) => expect(() => receiptsPlace(name)).toThrow('No counters'));

  const [first, ...rest] = placeName({ of: 'members', like }).split('#');
  it.each([
    '',
    [first, ...rest, ''].join('#'),
    ['2026-00', ...rest].join('#'),
    ...rest.map((word) => [first, ...rest].join('#').replace(`#${word}`, '#x')),
  ])('among members: %j', (name) => expect(() => membersPlace(name)).toThrow('No counters'));
});
