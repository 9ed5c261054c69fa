import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#domain/calendar/dates';
import { type CohortQuestion, type Renewals, renewalsOf } from '#domain/renewals/cohort';
import { readCohort } from '#domain/renewals/cohort-counts';
import { effectOfAll } from '#domain/renewals/cohort-effect';
import { type CountedRow, dimensions } from '#domain/renewals/counts';
import {
  aText,
  cohortOf,
  cohortsBy,
  leftCycle,
  nameOfDay,
  openCycle,
  paidCycle,
  rules,
  times,
} from './counted.ts';

const asked: CohortQuestion = {
  month: '2026-11',
  by: null,
  value: null,
  asOf: '2027-01-20',
  firstImport: '2026-10-01',
  rules,
  rupiahPerUsd: 16_500,
};

const renewals = (rows: readonly CountedRow[], of: Partial<CohortQuestion> = {}): Renewals =>
  renewalsOf(cohortOf(rows, of.month), { ...asked, ...of });

/** Section 7: 900 reminded, 100 held out, all of them due on Monday 16 November 2026. */
const sample: readonly CountedRow[] = [
  ...times(4, paidCycle('2026-10-17')),
  ...times(110, paidCycle('2026-11-11')),
  ...times(6, paidCycle('2026-11-11', { heldOut: true })),
  ...times(450, paidCycle('2026-11-16')),
  ...times(40, paidCycle('2026-11-16', { heldOut: true })),
  ...times(48, paidCycle('2026-12-06')),
  ...times(12, paidCycle('2026-12-06', { heldOut: true })),
  ...times(30, paidCycle('2026-12-21', { heldOut: true })),
  ...times(288, openCycle()),
  ...times(12, openCycle({ heldOut: true })),
  ...times(4, leftCycle('2026-11-20')),
  ...times(12, openCycle({ since: '2026-11-17', origin: 'joined' })),
  ...times(775, aText()),
  ...times(775, aText({ step: 'eve', at: '2026-11-14T02:00:03.000Z' })),
  ...times(30, aText({ status: 'undelivered' })),
  ...times(20, aText({ status: 'sent', step: 'eve' })),
  ...times(2, aText({ status: 'failed' })),
  aText({ status: 'unknown' }),
  ...times(190, aText({ status: 'skipped', reason: 'held-out', arm: 'held-out' })),
  ...times(9, aText({ status: 'skipped', reason: 'stopped' })),
];

describe('the sample of DESIGN.md, section 7', () => {
  // Printed there: 700 renewed by day 20, and 612 + 58 = 670 by day 30. Both cannot be. So 30 of the held-out pay on day 35 here, and all is as printed but the curve's end.
  test('comes out to the digit', () =>
    expect(renewals(sample)).toEqual({
      month: '2026-11',
      by: null,
      value: null,
      partial: false,
      dueOn: '2026-11-16',
      finalOn: '2027-02-04',
      final: false,
      due: 1000,
      onTime: 610,
      inArrears: 90,
      recovered: 0,
      lapsed: 0,
      open: 300,
      left: 4,
      startedLate: 12,
      rates: { onTime: 0.61, renewal: 0.7, lapse: 0, recovery: null },
      amountDue: 8_400_000,
      amountReceived: 5_880_000,
      reminders: {
        ...{ sent: 1600, delivered: 1550, undelivered: 30, failed: 2, unknown: 1, missed: 0 },
        skipped: { 'held-out': 190, stopped: 9 },
      },
      parts: 1600,
      spendRupiah: 4_224_000,
      effect: {
        ...{ byDay: 30, reminded: { due: 900, renewed: 612 }, heldOut: { due: 100, renewed: 58 } },
        ...{ points: 10.0, low: 0.3, high: 20.2 },
      },
      costPerRenewal: 6902,
      costPerExtraRenewal: 46_933,
      extraContribution: 756_000,
      net: -3_468_000,
      curve: [
        [-30, 4],
        [-5, 120],
        [0, 610],
        [20, 670],
        [35, 700],
      ],
      steps: [
        {
          step: 'before',
          reminders: {
            ...{ sent: 805, delivered: 775, undelivered: 30, failed: 2, unknown: 1, missed: 0 },
            skipped: { 'held-out': 190, stopped: 9 },
          },
          parts: 805,
          spendRupiah: 2_125_200,
        },
        {
          step: 'eve',
          reminders: {
            sent: 795,
            delivered: 775,
            undelivered: 0,
            failed: 0,
            unknown: 0,
            missed: 0,
            skipped: {},
          },
          parts: 795,
          spendRupiah: 2_098_800,
        },
      ],
    }));

  test('seen on Tuesday 15 December, day 29, no effect is told; on day 30 it is', () => {
    const early = renewals(sample, { asOf: '2026-12-15' });
    expect(early.effect).toMatchObject({
      reminded: { due: 900, renewed: 612 },
      points: null,
      low: null,
      high: null,
    });
    expect([early.costPerExtraRenewal, early.extraContribution, early.net]).toEqual([
      null,
      null,
      null,
    ]);
    expect(renewals(sample, { asOf: '2026-12-16' }).effect).toMatchObject({
      points: 10,
      low: 0.3,
      high: 20.2,
    });
  });

  test('seen on the due date itself, what came later is not known yet', () =>
    expect(renewals(sample, { asOf: '2026-11-16' })).toMatchObject({
      ...{
        due: 1004,
        onTime: 610,
        inArrears: 0,
        open: 394,
        left: 0,
        startedLate: 0,
        amountReceived: 610 * 8400,
      },
      curve: [
        [-30, 4],
        [-5, 120],
        [0, 610],
      ],
    }));

  test.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-16', true],
    [null, true],
  ])(
    'first roster on %s: partial is %s, and then there are counts and no rates',
    (firstImport, partial) => {
      const whole = renewals(sample, { firstImport });
      expect(whole).toMatchObject({ partial, due: 1000, spendRupiah: 4_224_000 });
      const told = [
        ...Object.values(whole.rates),
        whole.effect.points,
        whole.effect.low,
        whole.effect.high,
      ];
      const worth = [
        whole.costPerRenewal,
        whole.costPerExtraRenewal,
        whole.extraContribution,
        whole.net,
      ];
      if (partial) expect([...told, ...worth].every((number) => number === null)).toBe(true);
      else expect(worth).toEqual([6902, 46_933, 756_000, -3_468_000]);
    },
  );
});

const outcomes = [
  'onTime',
  'inArrears',
  'recovered',
  'lapsed',
  'open',
  'left',
  'startedLate',
] as const;

describe('what becomes of a cycle of November 2026, due on Monday 16 November, lapsing on Monday 1 February 2027', () => {
  type Case = readonly [
    fact: string,
    asOf: CalendarDate,
    day: string,
    row: CountedRow,
    becomes: (typeof outcomes)[number] | 'not there',
  ];
  const cases: readonly Case[] = [
    ['paid a month ahead', '2026-11-16', 'Monday', paidCycle('2026-10-15'), 'onTime'],
    ['paid on the due date', '2026-11-16', 'Monday', paidCycle('2026-11-16'), 'onTime'],
    ['paid the day after', '2026-11-17', 'Tuesday', paidCycle('2026-11-17'), 'inArrears'],
    [
      'paid the day after, seen the day before',
      '2026-11-16',
      'Monday',
      paidCycle('2026-11-17'),
      'open',
    ],
    [
      'paid on the last day of membership',
      '2027-01-31',
      'Sunday',
      paidCycle('2027-01-31'),
      'inArrears',
    ],
    ['paid on the lapse date', '2027-02-01', 'Monday', paidCycle('2027-02-01'), 'recovered'],
    ['paid years later, seen before', '2029-01-31', 'Wednesday', paidCycle('2029-02-01'), 'lapsed'],
    ['paid years later', '2029-02-01', 'Thursday', paidCycle('2029-02-01'), 'recovered'],
    ['unpaid on the last day of membership', '2027-01-31', 'Sunday', openCycle(), 'open'],
    ['unpaid on the lapse date', '2027-02-01', 'Monday', openCycle(), 'lapsed'],
    ['found an employer while unpaid', '2026-12-01', 'Tuesday', leftCycle('2026-12-01'), 'left'],
    ['found an employer tomorrow', '2026-11-30', 'Monday', leftCycle('2026-12-01'), 'open'],
    ['died after the lapse date', '2027-02-10', 'Wednesday', leftCycle('2027-02-10'), 'left'],
    [
      'died after the lapse date, seen before',
      '2027-02-09',
      'Tuesday',
      leftCycle('2027-02-10'),
      'lapsed',
    ],
    ['came on the due date', '2026-11-16', 'Monday', openCycle({ since: '2026-11-16' }), 'open'],
    [
      'came the day after',
      '2026-11-17',
      'Tuesday',
      openCycle({ since: '2026-11-17' }),
      'startedLate',
    ],
    [
      'came the day after and paid',
      '2026-11-20',
      'Friday',
      paidCycle('2026-11-20', { since: '2026-11-17' }),
      'startedLate',
    ],
    [
      'came the month after and paid',
      '2026-12-03',
      'Thursday',
      paidCycle('2026-12-03', { since: '2026-12-01' }),
      'startedLate',
    ],
    ['came tomorrow', '2026-11-09', 'Monday', openCycle({ since: '2026-11-10' }), 'not there'],
  ];

  test.each(cases)('%s, as of %s, a %s', (_fact, asOf, day, row, becomes) => {
    expect(nameOfDay(asOf)).toBe(day);
    const cohort = renewals([row], { asOf });
    expect(outcomes.filter((outcome) => cohort[outcome] !== 0)).toEqual(
      becomes === 'not there' ? [] : [becomes],
    );
    expect(cohort.due).toBe(['left', 'startedLate', 'not there'].includes(becomes) ? 0 : 1);
  });

  test('August 2026 is due on Tuesday 18: the 15th is a Saturday, the 17th Independence Day', () => {
    const rows = [paidCycle('2026-08-18', { month: '2026-08', since: '2026-07-10' })];
    expect(renewals(rows, { month: '2026-08', asOf: '2026-09-01' })).toMatchObject({
      dueOn: '2026-08-18',
      onTime: 1,
      finalOn: '2026-11-04',
    });
    expect(nameOfDay('2026-08-18')).toBe('Tuesday');
  });

  test('a decree that moves the due date to Tuesday 17 moves who came on that day into the cohort', () => {
    const decreed = { ...rules, calendar: { ...rules.calendar, daysOff: new Set(['2026-11-16']) } };
    const rows = [
      openCycle({ since: '2026-11-17' }),
      paidCycle('2026-11-17', { since: '2026-11-17' }),
    ];
    expect(renewals(rows, { rules: decreed })).toMatchObject({
      dueOn: '2026-11-17',
      due: 2,
      onTime: 1,
      startedLate: 0,
    });
    expect(renewals(rows)).toMatchObject({ due: 0, startedLate: 2 });
  });

  test('it is final three days after the lapse date, on Thursday 4 February', () => {
    expect(['2027-02-03', '2027-02-04'].map((asOf) => renewals(sample, { asOf }).final)).toEqual([
      false,
      true,
    ]);
    expect(nameOfDay('2027-02-04')).toBe('Thursday');
  });
});

describe('what counts once', () => {
  test('a year paid at once is one renewal, and one month of money here', () => {
    const year = Array.from({ length: 12 }, (_, ahead) =>
      ahead < 2 ? `2026-${11 + ahead}` : `2027-${String(ahead - 1).padStart(2, '0')}`,
    );
    expect(renewals([paidCycle('2026-11-10', {}, year)])).toMatchObject({
      due: 1,
      onTime: 1,
      amountReceived: 8400,
    });
  });

  test('who lapsed and paid the current month alone has recovered, and paid nothing for this one', () =>
    expect(
      renewals([paidCycle('2027-03-10', {}, ['2027-03'])], { asOf: '2027-03-10' }),
    ).toMatchObject({
      ...{ recovered: 1, amountDue: 8400, amountReceived: 0 },
      rates: { onTime: 0, renewal: 0, lapse: 1, recovery: 1 },
    }));

  test('a cycle that a reversal opened again counts as the open one it is', () => {
    const paid = paidCycle('2026-11-10');
    const voided: CountedRow =
      paid.kind === 'cycle' ? { kind: 'cycle', cycle: { ...paid.cycle, voided: true } } : paid;
    expect(renewals([voided, openCycle()])).toMatchObject({
      due: 1,
      onTime: 0,
      open: 1,
      amountReceived: 0,
    });
  });
});

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
    const [whole, partial, early] = [
      renewals(sample),
      renewals(sample, { firstImport: '2026-11-01' }),
      renewals(sample, { asOf: '2026-12-15' }),
    ];
    expect(effectOfAll([whole.effect, partial.effect, early.effect])).toEqual({
      points: 10,
      low: 0.3,
      high: 20.2,
    });
    // By hand: the root of two narrows 9.72 below and 10.19 above to 6.9 and 7.2.
    expect(effectOfAll([whole.effect, whole.effect])).toEqual({ points: 10, low: 3.1, high: 17.2 });
    expect(effectOfAll([partial.effect])).toEqual({ points: null, low: null, high: null });
  });

  test('who came back after lapsing is no renewal that a text paid for', () => {
    const rows = [paidCycle('2026-12-01'), paidCycle('2027-02-10'), ...times(2, aText())];
    expect(renewals(rows, { asOf: '2027-03-01' })).toMatchObject({
      recovered: 1,
      spendRupiah: 5280,
      costPerRenewal: 5280,
    });
  });

  test('texts on or after day 30, and confirmations, are not what the extra renewals cost; and no cost is told where nobody came for it', () => {
    const compared = [
      ...times(10, paidCycle('2026-11-10')),
      ...times(10, openCycle({ heldOut: true })),
    ];
    const lastCall = aText({ step: 'last-call', at: '2026-12-16T02:00:00.000Z' });
    const confirmation = aText({ step: 'paid' });
    expect(renewals([...compared, aText(), lastCall, confirmation])).toMatchObject({
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
    expect(renewals(worse)).toMatchObject({
      costPerRenewal: null,
      costPerExtraRenewal: null,
      extraContribution: -84_000,
      net: -86_640,
    });
  });
});

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

const facts = fc.record({
  since: fc.integer({ min: -60, max: 60 }).map((days) => addDays('2026-11-16', days)),
  origin: fc.constantFrom('joined' as const, 'renewed' as const),
  textable: fc.boolean(),
  province: fc.constantFrom('Jawa Tengah', 'Papua', 'Bali'),
  sector: fc.constantFrom('transport' as const, 'other' as const),
  language: fc.constantFrom('id' as const, 'jv' as const, 'su' as const),
  income: fc.constantFrom(500_000, 1_200_000, 3_000_000),
  jht: fc.boolean(),
});
const cycle: fc.Arbitrary<CountedRow> = fc
  .tuple(facts, fc.boolean(), fc.constantFrom('open', 'paid', 'left'), fc.nat({ max: 150 }))
  .map(([of, drawn, end, days]) => {
    const cycle = { ...of, heldOut: of.textable && drawn };
    if (end === 'open') return openCycle(cycle);
    return (end === 'paid' ? paidCycle : leftCycle)(addDays(of.since, days), cycle);
  });
const text: fc.Arbitrary<CountedRow> = fc
  .record({
    step: fc.constantFrom('before', 'eve', 'paid'),
    status: fc.constantFrom(
      'sent',
      'delivered',
      'undelivered',
      'failed',
      'unknown',
      'missed',
      'skipped',
    ),
    arm: fc.constantFrom('reminded', 'held-out'),
    province: fc.constantFrom('Jawa Tengah', 'Papua'),
  })
  .map((of) => aText({ ...of, reason: of.status === 'skipped' ? 'stopped' : null }));

test('whatever happened: in every dimension the five outcomes are those due, all values add up to the whole, and every number is one', () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: cycle }, text), { maxLength: 40 }),
      fc.integer({ min: -70, max: 150 }),
      (rows, days) => {
        const asOf = addDays('2026-11-16', days);
        const whole = renewals(rows, { asOf });
        for (const dimension of dimensions) {
          const by = dimension === 'total' ? null : dimension;
          const parts = [...cohortsBy(rows, dimension)].map(([value, cohort]) =>
            renewalsOf(cohort, { ...asked, by, value, asOf }),
          );
          for (const part of parts) {
            expect(part.onTime + part.inArrears + part.recovered + part.lapsed + part.open).toBe(
              part.due,
            );
            expect(numbersIn(part).every(Number.isFinite)).toBe(true);
            expect(Math.min(...outcomes.map((outcome) => part[outcome]))).toBeGreaterThanOrEqual(0);
          }
          for (const of of ['due', ...outcomes, 'amountDue', 'amountReceived', 'parts'] as const)
            expect(parts.reduce((sum, part) => sum + part[of], 0)).toBe(whole[of]);
        }
      },
    ),
  ));

test('a cohort of nobody has noughts, no rates and no worth', () => {
  const nobody = renewalsOf(readCohort([]), asked);
  expect(nobody).toMatchObject({
    due: 0,
    rates: { onTime: null, renewal: null, lapse: null, recovery: null },
    costPerRenewal: null,
    curve: [],
  });
  expect(numbersIn(nobody).every(Number.isFinite)).toBe(true);
});

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];
