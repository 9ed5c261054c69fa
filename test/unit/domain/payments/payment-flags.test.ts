import { describe, expect, test } from 'vitest';
import { applyPayment } from '#domain/payments/apply-payment';
import {
  nothingBought,
  type PaymentFlag,
  type PaymentNotice,
  type PaymentRecord,
} from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import { aWorker, rules } from '../../../builders.ts';

/** 10:00 in Jakarta and 12:00 in Jayapura on Wednesday 11 November 2026. */
const at = '2026-11-11T03:00:00.000Z';
const aNotice = (facts: Partial<PaymentNotice> = {}): PaymentNotice => ({
  ...{ reference: '0000123456', channel: 'bank', amount: 8_400, paidAt: at, months: null },
  ...facts,
});
const aRecord = (facts: Partial<PaymentRecord>): PaymentRecord => ({
  ...aNotice(),
  ...{
    workerId: aWorker().workerId,
    recordedAt: at,
    status: 'recorded',
    matched: null,
    reversed: null,
  },
  ...nothingBought,
  ...facts,
});
const flags = (
  worker: Partial<Worker>,
  notice: Partial<PaymentNotice>,
  others: readonly PaymentRecord[] = [],
) => applyPayment(aWorker(worker), aNotice(notice), { at, rules, others }).flags;

describe('an amount is a price or a sum of prices (Rp8.400 in 2026, Rp16.800 from 2027)', () => {
  test.each<[string, number, Partial<Worker>, readonly PaymentFlag[]]>([
    ['one month', 8_400, {}, []],
    ['three months, the last of them dearer', 33_600, {}, []],
    ['three times what she is used to', 25_200, {}, []],
    ['three months of arrears', 25_200, { coveredThrough: '2026-08' }, []],
    ['what is left of a month after her credit', 7_000, { credit: 1_400 }, []],
    ['a month, with credit untouched', 8_400, { credit: 1_400 }, []],
    ['a month and the channel’s fee', 10_900, {}, ['odd-amount']],
    ['the fee twice, once in the credit', 10_900, { credit: 2_500 }, ['odd-amount']],
    ['part of a month', 5_000, {}, ['too-little', 'odd-amount']],
    ['a month of somebody with JHT', 28_400, { jht: true }, []],
    ['the price without JHT', 8_400, { jht: true }, ['too-little', 'odd-amount']],
    ['a driver’s two months', 16_800, { sector: 'transport', coveredThrough: '2026-12' }, []],
  ])('%s: Rp%i', (_, amount, worker, expected) =>
    expect(flags(worker, { amount })).toEqual(expected),
  );
});

describe('a payment of too little says what is lacking, and what is credit now', () => {
  test.each<[string, Partial<PaymentNotice>, Partial<Worker>, PaymentRecord['short']]>([
    ['half a month', { amount: 5_000 }, {}, { by: 3_400, credit: 5_000 }],
    ['with credit from before', { amount: 5_000 }, { credit: 400 }, { by: 3_000, credit: 5_400 }],
    [
      'two months named, one of them paid',
      { amount: 10_000, months: 2 },
      {},
      { by: 6_800, credit: 1_600 },
    ],
    ['three named, the last dearer', { amount: 8_400, months: 3 }, {}, { by: 25_200, credit: 0 }],
    ['a month', { amount: 8_400 }, {}, undefined],
    ['more than the month it names', { amount: 20_000, months: 1 }, {}, undefined],
  ])('%s', (_, notice, worker, short) => {
    const applied = applyPayment(aWorker(worker), aNotice(notice), { at, rules, others: [] });
    expect(applied.short).toEqual(short);
  });
});

describe('a time that cannot be right (November is owed)', () => {
  test.each<[string, string, readonly PaymentFlag[]]>([
    ['paidAt of 1970 is flagged too-old', '1970-01-01T00:00:00.000Z', ['too-old']],
    ['thirteen months before', '2025-10-31T16:59:59.000Z', ['too-old']],
    ['twelve months before', '2025-10-31T17:00:00.000Z', []],
    ['the clock of a channel is a minute ahead', '2026-11-11T03:01:00.000Z', []],
    ['tomorrow', '2026-11-12T03:00:00.000Z', ['future']],
  ])('%s', (_, paidAt, expected) => expect(flags({}, { paidAt })).toEqual(expected));

  test.each(['1970-01-01T00:00:00.000Z', '2026-11-12T03:00:00.000Z'])(
    'of %s buys all the same',
    (paidAt) => {
      const { bought, worker } = applyPayment(aWorker(), aNotice({ paidAt }), {
        at,
        rules,
        others: [],
      });
      expect([bought, worker.credit]).toEqual([['2026-11'], 0]);
    },
  );
});

describe('money that we may know already', () => {
  const twice: readonly PaymentFlag[] = ['possible-duplicate'];
  test.each<[string, Partial<PaymentRecord>, readonly PaymentFlag[]]>([
    [
      'the same sum on that day through another channel',
      { channel: 'jmo', reference: 'J-1' },
      twice,
    ],
    ['the same sum on that day under another reference', { reference: 'B-1' }, twice],
    [
      'the same sum a minute before midnight',
      { reference: 'B-1', paidAt: '2026-11-11T16:59:00.000Z' },
      twice,
    ],
    ['the same sum on the next day', { reference: 'B-1', paidAt: '2026-11-11T17:00:00.000Z' }, []],
    ['another sum on that day', { reference: 'B-1', amount: 16_800 }, []],
    [
      'a reference that lost its zeros',
      { reference: '123456', paidAt: '2026-11-02T03:00:00.000Z' },
      twice,
    ],
    [
      'the same, with another sum',
      { reference: '123456', paidAt: '2026-11-02T03:00:00.000Z', amount: 10_900 },
      twice,
    ],
    [
      'and through another channel',
      { reference: '123456', paidAt: '2026-11-02T03:00:00.000Z', channel: 'jmo' },
      twice,
    ],
    [
      'another channel’s payment of that number',
      { reference: '123456', paidAt: '2026-11-02T03:00:00.000Z', channel: 'jmo', amount: 16_800 },
      [],
    ],
    ['one that was reversed', { reference: 'B-1', status: 'reversed' }, []],
  ])('%s', (_, other, expected) => expect(flags({}, {}, [aRecord(other)])).toEqual(expected));

  test('capitals tell no reference from another', () =>
    expect(
      flags({}, { reference: 'trx-abc' }, [
        aRecord({ reference: 'TRX-ABC', paidAt: '2026-11-02T03:00:00.000Z' }),
      ]),
    ).toEqual(twice));

  test('the day is the worker’s own: 23:30 in Jayapura is the day before 00:30', () => {
    const papua = { province: 'Papua' };
    const late = aRecord({ reference: 'B-1', paidAt: '2026-11-11T14:30:00.000Z' });
    expect(flags(papua, { paidAt: '2026-11-11T15:30:00.000Z' }, [late])).toEqual(['future']);
    expect(flags({}, { paidAt: '2026-11-11T15:30:00.000Z' }, [late])).toEqual([
      'possible-duplicate',
      'future',
    ]);
  });
});
