import { expect, it } from 'vitest';
import type { PaymentRecord } from '#domain/payments/payment';
import { recordedPayment } from '#domain/payments/recorded-payment';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { countsOf } from '#domain/renewals/counting/counts';
import { aPayment } from '../../../contract/builders.ts';

/** Paid on the last evening of October in UTC, which is 1 November in Jakarta. */
const paidAt = '2026-10-31T17:30:00.000Z';
const recordedAt = '2026-11-02T02:00:00.000Z';
const by = { by: 'user-1', reason: 'paid by mistake' };
const matched = { at: '2026-11-03T02:00:00.000Z', notified: 'a mark' };
const reversedAt = '2026-12-05T02:00:00.000Z';

const counted = (facts: Partial<PaymentRecord>): readonly string[] =>
  counterSums(
    countsOf({
      kind: 'payment',
      payment: recordedPayment(aPayment({ paidAt, recordedAt, ...facts })),
    }),
  )
    .items()
    .flatMap(({ place, counts }) =>
      Object.entries(counts)
        .filter(([name]) => name.endsWith('.rupiah'))
        .map(([name, rupiah]) => `${placeName(place)} ${name.split('.')[0]} ${rupiah}`),
    );

it('a payment counts on the day it was recorded, and in the month it was paid', () => {
  expect(counted({})).toEqual([
    'recorded#2026-11#2026-11-02#jmo recorded 8400',
    'paid#2026-11#2026-11-02#jmo recorded 8400',
  ]);
});

it('one of somebody unknown is unmatched from its own day to the day it was matched', () => {
  expect(counted({ status: 'unmatched' })).toContain('paid#2026-11#2026-11-02#jmo unmatched 8400');
  expect(counted({ matched })).toEqual([
    'recorded#2026-11#2026-11-02#jmo recorded 8400',
    'paid#2026-11#2026-11-02#jmo unmatched 8400',
    'paid#2026-11#2026-11-03#jmo recorded 8400',
    'paid#2026-11#2026-11-03#jmo unmatched -8400',
  ]);
});

it.each([
  ['recorded', { reversed: { ...by, at: reversedAt, was: 'recorded' } }],
  ['unmatched', { reversed: { ...by, at: reversedAt, was: 'unmatched' } }],
] as const)('a reversal takes money that was %s out on the day of the reversal', (was, facts) => {
  expect(counted({ status: 'reversed', ...facts })).toEqual([
    'recorded#2026-11#2026-11-02#jmo reversed 8400',
    `paid#2026-11#2026-11-02#jmo ${was} 8400`,
    'paid#2026-11#2026-12-05#jmo reversed 8400',
    `paid#2026-11#2026-12-05#jmo ${was} -8400`,
  ]);
});

it('a reversal takes a matched payment from what it was matched to', () => {
  const reversed = { ...by, at: reversedAt, was: 'recorded' } as const;
  expect(counted({ status: 'reversed', matched, reversed })).toContain(
    'paid#2026-11#2026-12-05#jmo recorded -8400',
  );
});
