import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthRange } from '#domain/calendar/dates';
import { applyPayment } from '#domain/payments/apply-payment';
import { nothingBought, type PaymentNotice, type PaymentRecord } from '#domain/payments/payment';
import { sameContent } from '#domain/payments/repeated-notice';
import { amountOwed } from '#domain/people/amount-owed';
import { contribution } from '#domain/people/tariff';
import { monthOwed, sectors } from '#domain/people/worker';
import { aWorker, rules } from '../../../builders.ts';

const at = '2026-11-11T01:45:00.000Z';
const aNotice = (facts: Partial<PaymentNotice> = {}): PaymentNotice => ({
  reference: 'C-1',
  channel: 'bank',
  amount: 8_400,
  paidAt: '2026-11-11T01:40:00.000Z',
  months: null,
  ...facts,
});

const terms = { at, rules, others: [] };
const settleArrears = { ...rules, reactivation: 'settle-arrears' } as const;

describe('money buys whole months, oldest first, each by its own tariff (11 November 2026)', () => {
  test.each([
    // covered through, rupiah, months named, bought, credit, flags
    ['2026-10', 8_400, null, ['2026-11'], 0, []],
    ['2026-10', 8_400, 1, ['2026-11'], 0, []],
    ['2026-10', 10_000, null, ['2026-11'], 1_600, ['odd-amount']],
    ['2026-10', 16_800, null, ['2026-11', '2026-12'], 0, []],
    ['2026-10', 25_200, null, ['2026-11', '2026-12'], 8_400, []],
    ['2026-10', 33_600, null, ['2026-11', '2026-12', '2027-01'], 0, []],
    ['2026-08', 25_200, null, ['2026-09', '2026-10', '2026-11'], 0, []],
    ['2026-08', 8_400, null, ['2026-09'], 0, []],
    ['2026-10', 8_399, null, [], 8_399, ['too-little', 'odd-amount']],
    ['2026-10', 8_400, 2, ['2026-11'], 0, ['too-little']],
    ['2026-10', 16_800, 1, ['2026-11'], 8_400, ['too-much']],
    [
      '2026-10',
      1_000_000,
      null,
      monthRange('2026-11', '2027-10'),
      1_000_000 - 2 * 8_400 - 10 * 16_800,
      ['too-much', 'odd-amount'],
    ],
    ['2026-11', 8_400, null, ['2026-12'], 0, []],
    ['2027-11', 16_800, null, ['2027-12'], 0, ['too-old']],
    ['2027-06', 12 * 16_800, 12, monthRange('2027-07', '2028-06'), 0, []],
  ] as const)(
    'covered through %s, Rp%i for %j months: %j, credit Rp%i, flags %j',
    (coveredThrough, amount, months, bought, credit, flags) => {
      const applied = applyPayment(aWorker({ coveredThrough }), aNotice({ amount, months }), terms);
      expect({
        bought: applied.bought,
        credit: applied.worker.credit,
        flags: applied.flags,
      }).toEqual({ bought, credit, flags });
    },
  );

  test('her neighbour who drives an ojol gets two months of 2027 for the same money', () =>
    expect(
      applyPayment(
        aWorker({ sector: 'transport', coveredThrough: '2026-12' }),
        aNotice({ amount: 16_800 }),
        terms,
      ).bought,
    ).toEqual(['2027-01', '2027-02']));

  test('with credit from before, less is enough', () => {
    const { worker, bought } = applyPayment(
      aWorker({ credit: 1_400 }),
      aNotice({ amount: 7_000 }),
      terms,
    );
    expect([bought, worker.credit]).toEqual([['2026-11'], 0]);
  });

  test('what she is told she owes is what brings her up to date', () => {
    for (const coveredThrough of ['2026-08', '2026-09', '2026-10']) {
      const worker = aWorker({ coveredThrough, credit: 500 });
      const { amount } = amountOwed(worker, '2026-11-11', rules);
      expect(applyPayment(worker, aNotice({ amount }), terms).worker).toMatchObject({
        coveredThrough: '2026-11',
        credit: 0,
      });
    }
  });
});

describe('the worker afterwards', () => {
  const heldOut = { ...aWorker().cycle, heldOut: true };

  test('a new cycle begins when the payment is recorded, and the payment is her last', () => {
    const worker = aWorker({ cycle: heldOut, rev: 7 });
    expect(applyPayment(worker, aNotice(), terms).worker).toEqual({
      ...worker,
      coveredThrough: '2026-11',
      cycle: {
        month: '2026-12',
        began: at,
        since: '2026-11-11',
        origin: 'renewed',
        textable: true,
        heldOut: false,
        holdoutPercent: 0,
        past: '@0:H',
      },
      lastPayment: {
        id: 'pay_bank_C-1',
        paidAt: '2026-11-11T01:40:00.000Z',
        months: ['2026-11'],
        amount: 8_400,
        source: 'channel',
      },
    });
  });

  test('too little: the money is kept, and the cycle goes on', () => {
    const worker = aWorker({ cycle: heldOut });
    expect(applyPayment(worker, aNotice({ amount: 5_000 }), terms).worker).toMatchObject({
      coveredThrough: '2026-10',
      cycle: worker.cycle,
      credit: 5_000,
    });
  });
});

describe('who has lapsed (covered through September, lapsed on Friday 1 January 2027)', () => {
  const lapsed = aWorker({ coveredThrough: '2026-09' });
  const recorded = '2027-01-15T03:00:00.000Z';
  const inJanuary = (facts: Partial<PaymentNotice>) => aNotice({ paidAt: recorded, ...facts });

  test('resumes with the current month: the arrears are skipped', () => {
    const { worker, bought } = applyPayment(lapsed, inJanuary({ amount: 16_800 }), {
      ...terms,
      at: recorded,
    });
    expect([bought, worker.coveredThrough, worker.cycle.month]).toEqual([
      ['2027-01'],
      '2027-01',
      '2027-02',
    ]);
  });

  test('or settles the last three first', () => {
    const { worker, bought } = applyPayment(lapsed, inJanuary({ amount: 33_600 }), {
      ...terms,
      at: recorded,
      rules: settleArrears,
    });
    expect([bought, worker.coveredThrough]).toEqual([['2026-11', '2026-12', '2027-01'], '2027-01']);
  });

  test('stays where she is with too little', () => {
    const { worker, bought } = applyPayment(lapsed, inJanuary({ amount: 10_000 }), {
      ...terms,
      at: recorded,
    });
    expect([bought, worker.coveredThrough, worker.credit]).toEqual([[], '2026-09', 10_000]);
  });

  test('a worker who paid on 31 December at 23:59 has not lapsed in January', () =>
    expect(
      applyPayment(lapsed, inJanuary({ amount: 25_200, paidAt: '2026-12-31T16:59:00.000Z' }), {
        ...terms,
        at: recorded,
      }).bought,
    ).toEqual(['2026-10', '2026-11', '2026-12']));

  test('and in Jayapura that moment is already 1 January', () =>
    expect(
      applyPayment(
        { ...lapsed, province: 'Papua' },
        inJanuary({ amount: 25_200, paidAt: '2026-12-31T16:59:00.000Z' }),
        { ...terms, at: recorded },
      ).bought,
    ).toEqual(['2027-01']));
});

describe('what nobody expected is recorded, and flagged for a person', () => {
  const flags = (worker: Parameters<typeof applyPayment>[0], notice: PaymentNotice) =>
    applyPayment(worker, notice, terms).flags;
  test('money for somebody who has died', () =>
    expect(flags(aWorker({ ended: { on: '2026-10-02', reason: 'died' } }), aNotice())).toEqual([
      'ended',
    ]));
  test('money from somebody whose dues a budget pays', () =>
    expect(flags(aWorker({ governmentPaid: true }), aNotice({ amount: 16_800 }))).toEqual([
      'government-paid',
    ]));
  test('a payment dated next year does not make her lapse', () =>
    expect(
      applyPayment(
        aWorker({ coveredThrough: '2026-09' }),
        aNotice({ paidAt: '2027-11-12T01:45:00.000Z' }),
        terms,
      ).bought,
    ).toEqual(['2026-10']));
});

describe('the same payment again', () => {
  const record: PaymentRecord = {
    ...aNotice(),
    workerId: 'wrk_1',
    recordedAt: at,
    status: 'recorded',
    ...nothingBought,
    ...{ matched: null, reversed: null },
  };
  test('is known even after its worker was erased', () =>
    expect(sameContent({ ...record, workerId: null }, aNotice(), 'wrk_1')).toBe(true));
  test.each([
    ['the same', aNotice(), 'wrk_1', true],
    ['with another time', aNotice({ paidAt: '2026-11-11T02:00:00.000Z' }), 'wrk_1', true],
    ['with another amount', aNotice({ amount: 8_401 }), 'wrk_1', false],
    ['with months', aNotice({ months: 1 }), 'wrk_1', false],
    ['for another worker', aNotice(), 'wrk_2', false],
  ])('%s', (_, notice, workerId, same) => expect(sameContent(record, notice, workerId)).toBe(same));
});

test('no rupiah is lost, and at most twelve consecutive months are bought', () =>
  fc.assert(
    fc.property(
      fc.record({
        sector: fc.constantFrom(...sectors),
        income: fc.integer({ min: 0, max: 30_000_000 }),
        jht: fc.boolean(),
        coveredThrough: fc.constantFrom('2025-06', '2026-08', '2026-10', '2026-12', '2027-11'),
        credit: fc.integer({ min: 0, max: 300_000 }),
        province: fc.constantFrom('Jawa Tengah', 'Bali', 'Papua'),
      }),
      fc.integer({ min: 0, max: 9_000_000 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      fc.constantFrom(
        '2026-11-11T01:40:00.000Z',
        '2026-10-31T16:30:00.000Z',
        '2027-02-01T00:00:00.000Z',
      ),
      fc.constantFrom(rules, settleArrears),
      (facts, amount, months, paidAt, underRules) => {
        const before = aWorker(facts);
        const { worker, bought } = applyPayment(before, aNotice({ amount, months, paidAt }), {
          ...terms,
          at: paidAt,
          rules: underRules,
        });
        const price = bought.reduce((sum, month) => sum + contribution(before, month), 0);
        expect(worker.credit + price).toBe(before.credit + amount);
        expect(worker.credit).toBeGreaterThanOrEqual(0);
        expect(worker.coveredThrough >= before.coveredThrough).toBe(true);
        expect(worker.coveredThrough).toBe(bought.at(-1) ?? before.coveredThrough);
        expect(worker.cycle.month).toBe(monthOwed(worker));
        expect(bought).toEqual(
          bought[0] ? monthRange(bought[0], addMonths(bought[0], bought.length - 1)) : [],
        );
        expect(bought.length).toBeLessThanOrEqual(months ?? 12);
      },
    ),
    { numRuns: 500 },
  ));
