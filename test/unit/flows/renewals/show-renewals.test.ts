import { beforeAll, describe, expect, it } from 'vitest';
import { members, renewals } from '#flows/renewals/show-renewals';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { planWith } from '../given.ts';
import { settings } from '../settings.ts';
import { november } from './november.ts';

let given: Awaited<ReturnType<typeof november>>;
beforeAll(async () => {
  given = await november({ holdoutPercent: 25 });
});

const inNovember = async (asOf: string) =>
  (await renewals({ from: '2026-11', to: '2026-11', by: null, asOf }, given.memory, settings))
    .items[0];
const by = async (dimension: 'province' | 'sector' | 'language', asOf: string) =>
  (await renewals({ from: '2026-11', to: '2026-11', by: dimension, asOf }, given.memory, settings))
    .items;

/** The twelve drivers of november.ts. One who left and came back is in the cohort twice. */
describe('November 2026', () => {
  it('on its due date five of eleven have paid, one in Jayapura before midnight', async () => {
    expect(await inNovember('2026-11-16')).toMatchObject({
      ...{ partial: false, dueOn: '2026-11-16', finalOn: '2027-02-04', final: false },
      ...{
        due: 11,
        onTime: 5,
        inArrears: 0,
        recovered: 0,
        lapsed: 0,
        open: 6,
        left: 1,
        startedLate: 0,
      },
      rates: { onTime: 5 / 11, renewal: 5 / 11, lapse: 0, recovery: null },
      ...{ amountDue: 11 * 8_400, amountReceived: 5 * 8_400 },
      curve: [
        [-27, 1],
        [-4, 3],
        [-2, 4],
        [0, 5],
      ],
      effect: {
        byDay: 30,
        reminded: { due: 8, renewed: 3 },
        heldOut: { due: 2, renewed: 1 },
        points: null,
        low: null,
        high: null,
      },
    });
  });

  it('after the texts: seven on the 11th and four on the 23rd, at Rp2.640; one and two more went to who left', async () => {
    const cohort = await inNovember('2026-11-30');
    expect(cohort).toMatchObject({
      reminders: {
        sent: 11,
        delivered: 0,
        undelivered: 0,
        failed: 0,
        unknown: 0,
        missed: 0,
        skipped: { 'no-phone': 1 },
      },
      ...{ parts: 11, spendRupiah: 29_040 },
      elsewhere: {
        reminders: { sent: 1, skipped: { 'held-out': 2 } },
        ...{ parts: 1, spendRupiah: 2_640 },
      },
    });
    expect(
      cohort?.steps.map(({ step, reminders, spendRupiah }) => [step, reminders.sent, spendRupiah]),
    ).toEqual([
      ['before', 7, 18_480],
      ['after', 4, 10_560],
    ]);
  });

  it('in the end nine are due, and three of four late workers paid later', async () => {
    expect(await inNovember('2027-03-01')).toMatchObject({
      final: true,
      ...{
        due: 9,
        onTime: 5,
        inArrears: 2,
        recovered: 1,
        lapsed: 1,
        open: 0,
        left: 3,
        startedLate: 1,
      },
      rates: { onTime: 5 / 9, renewal: 7 / 9, lapse: 2 / 9, recovery: 1 / 2 },
      // Who recovered paid February: nothing came in for November.
      ...{ amountDue: 9 * 8_400, amountReceived: 7 * 8_400 },
    });
  });

  it('compares both arms on day 30: four of seven, and one of one', async () => {
    const cohort = await inNovember('2026-12-16');
    expect(cohort?.effect).toMatchObject({
      reminded: { due: 7, renewed: 4 },
      heldOut: { due: 1, renewed: 1 },
      points: -42.9,
    });
    expect(cohort).toMatchObject({ costPerRenewal: 7_260, costPerExtraRenewal: null, net: null });
    expect((await inNovember('2026-12-15'))?.effect.points).toBeNull();
  });

  it('by the day before the lapse date six of eight had renewed, and the one held out', async () => {
    const cohort = await inNovember('2027-01-31');
    expect(cohort?.effectByLapse).toMatchObject({
      comparedOn: '2027-01-31',
      reminded: { due: 7, renewed: 5 },
      heldOut: { due: 1, renewed: 1 },
      points: -28.6,
    });
    // Two renewals fewer than without reminding, at Rp8.400.
    expect(cohort).toMatchObject({ extraContribution: -16_800, net: -16_800 - 29_040 });
    expect((await inNovember('2027-01-30'))?.net).toBeNull();
  });

  it('lies in Papua for two, elsewhere for the others, and the parts add up', async () => {
    const [one, two, ...more] = await by('province', '2027-03-01');
    expect([one?.value, one?.due, one?.onTime, one?.left]).toEqual(['Jawa Tengah', 7, 3, 3]);
    expect([two?.value, two?.due, two?.onTime, two?.left]).toEqual(['Papua', 2, 2, 0]);
    expect(more).toEqual([]);
    for (const dimension of ['sector', 'language'] as const)
      expect((await by(dimension, '2027-03-01')).map(({ value, due }) => [value, due])).toEqual([
        [dimension === 'sector' ? 'transport' : 'id', 9],
      ]);
  });
});

it('a cohort that had begun before the first roster has no rates and no effect', async () => {
  const { items } = await renewals(
    { from: '2026-10', to: '2026-10', by: null, asOf: '2027-03-01' },
    given.memory,
    settings,
  );
  expect(items).toMatchObject([
    {
      month: '2026-10',
      partial: true,
      due: 0,
      rates: { onTime: null, renewal: null, lapse: null, recovery: null },
    },
  ]);
});

it('members add up month by month', async () => {
  const { items, owing, ageing } = await members(
    { from: '2026-10', to: '2027-03', asOf: '2027-03-01' },
    given.memory,
    settings,
  );
  expect(
    items.map(({ collection: _, month, ...moves }) => [month, ...Object.values(moves)]),
  ).toEqual([
    // Opening, joined, rejoined, lapsed, left, closing, active.
    ['2026-10', 0, 11, 0, 0, 0, 11, 11],
    ['2026-11', 11, 2, 0, 0, 3, 10, 6],
    ['2026-12', 10, 0, 0, 0, 0, 10, 3],
    ['2027-01', 10, 0, 0, 0, 0, 10, 1],
    ['2027-02', 10, 0, 1, 2, 0, 9, 1],
    ['2027-03', 9, 0, 0, 5, 0, 4, 0],
  ]);
  expect(items[1]?.collection).toEqual({ received: 8 * 8_400, expected: 11 * 8_400, rate: 8 / 11 });
  // Two owe January to March, one owes February and March, one owes March.
  expect(ageing).toEqual([
    { bucket: 'not-due', workers: 1, amount: 8_400 },
    { bucket: '1-30', workers: 1, amount: 2 * 8_400 },
    { bucket: '31-60', workers: 2, amount: 2 * 3 * 8_400 },
    { bucket: '61-to-lapse', workers: 0, amount: 0 },
  ]);
  expect(owing).toEqual([
    { month: '2027-01', workers: 2, amount: 2 * 3 * 8_400 },
    { month: '2027-02', workers: 1, amount: 2 * 8_400 },
    { month: '2027-03', workers: 1, amount: 8_400 },
  ]);
});

it('a stage without workers has cohorts of nobody, and no division by zero', async () => {
  const memory = inMemoryPorts();
  memory.state.plans.push({
    plan: planWith(),
    savedAt: '2026-10-01T00:00:00.000Z',
    savedBy: 'deployment',
  });
  const asked = { from: '2026-11', to: '2026-12', asOf: '2026-12-20' };
  const { items, overall } = await renewals({ ...asked, by: null }, memory, settings);
  expect(items.map(({ month, partial, due }) => [month, partial, due])).toEqual([
    ['2026-11', true, 0],
    ['2026-12', true, 0],
  ]);
  expect(overall.effect).toEqual({ points: null, low: null, high: null });
  expect((await renewals({ ...asked, by: 'province' }, memory, settings)).items).toEqual([]);
  expect((await members(asked, memory, settings)).items).toMatchObject([
    { closing: 0, collection: { rate: null } },
    { closing: 0 },
  ]);
});
