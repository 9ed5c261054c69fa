import { describe, expect, test } from 'vitest';
import { aWorker } from '../../../builders.ts';
import { later, type Paid, paying, reversePayment } from './reversing.ts';

test('a reversal begins a new cycle of the month, without that last payment', () => {
  const paid = paying(aWorker(), { amount: 8_400 });
  expect(reversePayment(paid, 0).worker).toMatchObject({
    cycle: { month: '2026-11', began: later, heldOut: false },
    lastPayment: null,
  });
});

test('where nothing was bought the cycle goes on', () => {
  const paid = paying(aWorker(), { amount: 5_000 });
  expect(reversePayment(paid, 0).worker.cycle).toEqual(aWorker().cycle);
});

describe('the cycles that there would be without a payment', () => {
  const days = [
    '2026-11-11T02:00:00.000Z',
    '2026-12-02T02:00:00.000Z',
    '2027-01-04T02:00:00.000Z',
  ] as const;
  const lines = ({ worker, cycles }: ReturnType<typeof reversePayment>): readonly string[] => [
    ...cycles
      .map(
        ({ month, since, end }) => `${month} since ${since}: ${end.months.join(' ')} on ${end.on}`,
      )
      .sort(),
    `${worker.cycle.month} since ${worker.cycle.since}`,
  ];

  test.each<[string, readonly Paid[], readonly number[], readonly string[]]>([
    [
      'the only one: the cycle is open as before',
      [{ amount: 8_400, at: days[0] }],
      [0],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'the first of two: its month is paid by the second',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 on 2026-12-02', '2026-12 since 2026-12-02'],
    ],
    [
      'the first of three',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
        { amount: 16_800, at: days[2] },
      ],
      [0],
      [
        '2026-11 since 2026-10-01: 2026-11 on 2026-12-02',
        '2026-12 since 2026-12-02: 2026-12 on 2027-01-04',
        '2027-01 since 2027-01-04',
      ],
    ],
    [
      'three months, with another on top: that one pays the first of them',
      [
        { amount: 33_600, months: 3, at: days[0] },
        { amount: 16_800, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 2026-12 on 2026-12-02', '2027-01 since 2026-12-02'],
    ],
    [
      'both, the second first',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [1, 0],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'both, the first first',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0, 1],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'one that only left credit changes none',
      [
        { amount: 1_000, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 on 2026-12-02', '2026-12 since 2026-12-02'],
    ],
  ])('%s', (_, paid, reversed, expected) =>
    expect(lines(reversePayment(paying(aWorker(), ...paid), ...reversed))).toEqual(expected),
  );
});

test('a lapsed worker keeps the months bought after restarting; the old cycle ends', () => {
  const lapsed = aWorker({ coveredThrough: '2026-09' });
  const paid = paying(
    lapsed,
    { amount: 16_800, at: '2027-01-15T03:00:00.000Z' },
    { amount: 16_800, at: '2027-01-20T03:00:00.000Z' },
  );
  const { worker, cycles } = reversePayment(paid, 0);
  expect([worker.coveredThrough, worker.cycle.month, worker.cycle.since]).toEqual([
    '2027-01',
    '2027-02',
    '2027-01-20',
  ]);
  expect(cycles).toMatchObject([
    { month: '2026-10', end: { on: '2027-01-20', months: ['2027-01'] } },
  ]);
});
