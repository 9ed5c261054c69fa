import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  type Month,
} from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { cohortsOfMembers, type MembersOfMonth, membersOf } from '#domain/renewals/members';
import { countedMonths, leftCycle, openCycle, paidCycle, rules } from './counted.ts';

type Span = Readonly<{ from: Month; to: Month; asOf?: CalendarDate }>;

const members = (
  rows: readonly CountedRow[],
  { from, to, asOf = '2028-12-31' }: Span,
): readonly MembersOfMonth[] =>
  membersOf(countedMonths(rows, cohortsOfMembers({ from, to, rules })), { from, to, asOf, rules });

/** `opening +joined +rejoined -lapsed -left =closing (active)`, a line a month. */
const inShort = (rows: readonly CountedRow[], span: Span): readonly string[] =>
  members(rows, span).map(
    ({ month, opening, joined, rejoined, lapsed, left, closing, active }) =>
      `${month}: ${opening} +${joined} +${rejoined} -${lapsed} -${left} =${closing} (${active})`,
  );

describe('one worker through the months', () => {
  const winter: Span = { from: '2026-10', to: '2027-02' };

  test('a worker covered through October 2026 who never paid lapses on 1 February 2027', () =>
    expect(inShort([openCycle({ origin: 'joined' })], winter)).toEqual([
      '2026-10: 0 +1 +0 -0 -0 =1 (1)',
      '2026-11: 1 +0 +0 -0 -0 =1 (0)',
      '2026-12: 1 +0 +0 -0 -0 =1 (0)',
      '2027-01: 1 +0 +0 -0 -0 =1 (0)',
      '2027-02: 1 +0 +0 -1 -0 =0 (0)',
    ]));

  test('seen on the lapse date itself they are no member any more', () =>
    expect(inShort([openCycle()], { from: '2027-02', to: '2027-02', asOf: '2027-02-01' })).toEqual([
      '2027-02: 1 +0 +0 -1 -0 =0 (0)',
    ]));

  test('a renewal before the lapse date is no move', () => {
    const rows = [
      paidCycle('2026-11-10', { origin: 'joined' }),
      openCycle({ month: '2026-12', since: '2026-11-10' }),
    ];
    expect(inShort(rows, { from: '2026-10', to: '2026-12' })).toEqual([
      '2026-10: 0 +1 +0 -0 -0 =1 (1)',
      '2026-11: 1 +0 +0 -0 -0 =1 (1)',
      '2026-12: 1 +0 +0 -0 -0 =1 (0)',
    ]);
  });

  test('who has paid three years ahead is a member all the while', () => {
    const rows = [
      paidCycle('2026-11-10', { origin: 'joined' }),
      openCycle({ month: '2029-11', since: '2026-11-10' }),
    ];
    expect(inShort(rows, { from: '2026-11', to: '2026-11' })).toEqual([
      '2026-11: 1 +0 +0 -0 -0 =1 (1)',
    ]);
  });

  test('nor is one on Sunday 31 January; on Monday 1 February the worker rejoins', () => {
    const renewed = (on: CalendarDate) => [
      paidCycle(on, {}, ['2027-01']),
      openCycle({ month: '2027-03', since: on }),
    ];
    expect(inShort(renewed('2027-01-31'), { from: '2027-01', to: '2027-02' })).toEqual([
      '2027-01: 1 +0 +0 -0 -0 =1 (1)',
      '2027-02: 1 +0 +0 -0 -0 =1 (1)',
    ]);
    expect(inShort(renewed('2027-02-01'), { from: '2027-01', to: '2027-02' })).toEqual([
      '2027-01: 1 +0 +0 -0 -0 =1 (0)',
      '2027-02: 1 +0 +1 -1 -0 =1 (1)',
    ]);
  });

  test('a member who finds an employer left; after the lapse date they only lapsed', () => {
    expect(inShort([leftCycle('2026-12-03')], { from: '2026-12', to: '2026-12' })).toEqual([
      '2026-12: 1 +0 +0 -0 -1 =0 (0)',
    ]);
    expect(inShort([leftCycle('2027-03-03')], { from: '2027-02', to: '2027-03' })).toEqual([
      '2027-02: 1 +0 +0 -1 -0 =0 (0)',
      '2027-03: 0 +0 +0 -0 -0 =0 (0)',
    ]);
  });

  test('came when already lapsed: no member, until they pay', () => {
    const rows = [
      paidCycle('2027-03-10', { month: '2026-11', since: '2027-02-05', origin: 'joined' }, [
        '2027-03',
      ]),
      openCycle({ month: '2027-04', since: '2027-03-10' }),
    ];
    expect(inShort(rows, { from: '2027-02', to: '2027-03' })).toEqual([
      '2027-02: 0 +0 +0 -0 -0 =0 (0)',
      '2027-03: 0 +0 +1 -0 -0 =1 (1)',
    ]);
  });

  test('a year paid ahead is active all year', () => {
    const rows = [paidCycle('2026-11-10'), openCycle({ month: '2027-11', since: '2026-11-10' })];
    expect(members(rows, { from: '2026-11', to: '2027-11' }).map(({ active }) => active)).toEqual([
      ...Array(12).fill(1),
      0,
    ]);
  });

  test('the current month is told up to today, and later ones are not', () => {
    const rows = [
      openCycle({ origin: 'joined' }),
      openCycle({ origin: 'joined', since: '2026-11-20' }),
    ];
    expect(inShort(rows, { from: '2026-10', to: '2027-02', asOf: '2026-11-19' })).toEqual([
      '2026-10: 0 +1 +0 -0 -0 =1 (1)',
      '2026-11: 1 +0 +0 -0 -0 =1 (0)',
    ]);
    expect(members(rows, { from: '2026-12', to: '2027-02', asOf: '2026-11-19' })).toEqual([]);
  });
});

describe('what is collected for November 2026, due on Monday 16', () => {
  const collection = (rows: readonly CountedRow[], asOf?: CalendarDate) =>
    members(rows, { from: '2026-11', to: '2026-11', ...(asOf ? { asOf } : {}) })[0]?.collection;
  const ahead = [
    paidCycle('2026-09-20', { month: '2026-10', since: '2026-09-01' }, ['2026-10', '2026-11']),
    openCycle({ month: '2026-12', since: '2026-09-20' }),
  ];

  test('money is expected of all members: paid ahead, owing, in arrears since September', () =>
    expect(collection([...ahead, openCycle(), openCycle({ month: '2026-09' })])).toEqual({
      received: 8400,
      expected: 25_200,
      rate: 1 / 3,
    }));

  test('not of who lapsed, left or was not there yet on the due date', () =>
    expect(
      collection([
        ...ahead,
        openCycle({ month: '2026-08' }),
        leftCycle('2026-11-16'),
        openCycle({ since: '2026-11-17' }),
      ]),
    ).toEqual({
      ...{ received: 8400, expected: 8400, rate: 1 },
    }));

  test('drivers and JHT by their own tariff', () => {
    const rows = [
      openCycle({ month: '2027-01', sector: 'transport', jht: true }),
      openCycle({ month: '2027-01' }),
    ];
    expect(members(rows, { from: '2027-01', to: '2027-01' })[0]?.collection).toEqual({
      received: 0,
      expected: 8400 + 20_000 + 16_800,
      rate: 0,
    });
  });

  test('money that comes later is seen later; before the due date it asks today’s members', () => {
    const rows = [
      paidCycle('2026-12-02', {}, ['2026-11', '2026-12']),
      openCycle({ month: '2027-01', since: '2026-12-02' }),
    ];
    expect(collection(rows, '2026-12-01')).toEqual({ received: 0, expected: 8400, rate: 0 });
    expect(collection(rows, '2026-12-02')).toEqual({ received: 8400, expected: 8400, rate: 1 });
    expect(collection([...rows, openCycle({ since: '2026-11-12' })], '2026-11-10')).toMatchObject({
      expected: 8400,
    });
  });

  /** On Sunday 8 November a roster brings a worker who is covered through December. */
  const dedi = openCycle({ month: '2027-01', since: '2026-11-08', origin: 'joined' });
  const of = (rows: readonly CountedRow[], month: Month, asOf?: CalendarDate) =>
    members(rows, { from: month, to: month, ...(asOf ? { asOf } : {}) })[0]?.collection;

  test('what the first roster says is prepaid is received, as it is expected', () => {
    const rows = [dedi, openCycle({ origin: 'joined' })];
    expect(of(rows, '2026-11')).toEqual({ received: 8400, expected: 16_800, rate: 1 / 2 });
    expect(of(rows, '2026-12')).toEqual({ received: 8400, expected: 16_800, rate: 1 / 2 });
    // Their discount ends with December.
    expect(of(rows, '2027-01')).toEqual({ received: 0, expected: 33_600, rate: 0 });
  });

  test('of months that were due before they came neither side says anything', () => {
    expect(of([dedi], '2026-10')).toEqual({ received: 0, expected: 0, rate: null });
    const late = openCycle({ month: '2027-01', since: '2026-11-17', origin: 'joined' });
    expect(of([late], '2026-11')).toEqual({ received: 0, expected: 0, rate: null });
    expect(of([dedi], '2026-11', '2026-11-07')).toEqual({ received: 0, expected: 0, rate: null });
  });

  test('by the tariff of that month: drivers have half of JKK and JKM off until March 2027', () => {
    const driver = { month: '2027-05', since: '2026-11-08', origin: 'joined' } as const;
    const rows = [openCycle({ ...driver, sector: 'transport', jht: true })];
    expect(of(rows, '2027-03')).toMatchObject({ received: 28_400, rate: 1 });
    expect(of(rows, '2027-04')).toMatchObject({ received: 36_800, rate: 1 });
  });

  test('not twice: who paid ahead, left and came back is counted by what they paid', () => {
    const rows = [
      paidCycle('2026-11-02', { since: '2026-10-05' }, ['2026-11', '2026-12']),
      leftCycle('2026-11-05', { month: '2027-01', since: '2026-11-02' }),
      openCycle({ month: '2027-01', since: '2026-11-09', origin: 'returned' }),
    ];
    expect(of(rows, '2026-11')).toEqual({ received: 8400, expected: 8400, rate: 1 });
    expect(of(rows, '2026-12')).toEqual({ received: 8400, expected: 8400, rate: 1 });
  });

  test('nobody, nothing, null', () =>
    expect(collection([])).toEqual({ received: 0, expected: 0, rate: null }));
});

type Life = Readonly<{
  month: Month;
  since: CalendarDate;
  end: 'open' | 'paid' | 'left';
  on: CalendarDate;
  origin: 'joined' | 'renewed';
}>;

const life: fc.Arbitrary<Life> = fc
  .record({
    month: fc.integer({ min: -6, max: 10 }).map((months) => addMonths('2026-11', months)),
    since: fc.integer({ min: -120, max: 200 }).map((days) => addDays('2026-11-16', days)),
    end: fc.constantFrom('open', 'paid', 'left'),
    days: fc.nat({ max: 200 }),
    origin: fc.constantFrom('joined', 'renewed'),
  })
  .map(({ days, ...of }) => ({ ...of, on: addDays(of.since, days) }));

const rowOf = ({ end, on, ...facts }: Life): CountedRow =>
  end === 'open' ? openCycle(facts) : (end === 'paid' ? paidCycle : leftCycle)(on, facts);

/** The definition, read off the lives themselves. */
const isMember = ({ month, since, end, on }: Life, day: CalendarDate): boolean =>
  since <= day && (end === 'open' || on > day) && lapseDate(month, rules.lapseMonths) > day;

test('members add up within each month and from month to month, on any set of cycles', () =>
  fc.assert(
    fc.property(
      fc.array(life, { maxLength: 25 }),
      fc.integer({ min: -60, max: 300 }),
      (lives, days) => {
        const asOf = addDays('2026-11-16', days);
        const months = members(lives.map(rowOf), { from: '2026-09', to: '2027-06', asOf });
        for (const [index, of] of months.entries()) {
          expect(of.opening + of.joined + of.rejoined - of.lapsed - of.left).toBe(of.closing);
          if (index > 0) expect(of.opening).toBe(months[index - 1]?.closing);
          const [end = asOf] = [addDays(firstDay(addMonths(of.month, 1)), -1), asOf].sort();
          const there = lives.filter((one) => isMember(one, end));
          expect(of.closing).toBe(there.length);
          expect(of.active).toBe(there.filter(({ month }) => month > of.month).length);
          expect(
            [...Object.values(of.collection), of.active].every(
              (number) => number === null || Number.isFinite(number),
            ),
          ).toBe(true);
        }
      },
    ),
  ));
