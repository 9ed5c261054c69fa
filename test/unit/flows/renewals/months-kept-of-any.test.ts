import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { settings } from '../settings.ts';
import { anyLongYear } from './any-long-year.ts';
import type { Step } from './any-year.ts';
import { leftBehind, rowsOf } from './any-year-counted.ts';
import { differenceIn, horizons, monthsKeptIn, total } from './kept-oracle.ts';

const pay = { does: 'pay', who: 0, months: 1, late: 0 } as const;
const days = { does: 'days', days: 5 } as const;
/** Paid on after leaving; then the first payment is taken back, and the others move up. */
const paidOn: readonly Step[] = [
  ...[pay, pay, { does: 'end', who: 0 } as const, pay],
  { does: 'reverse', which: 0 },
];
const cameBack: readonly Step[] = [
  ...[...paidOn, pay, days, days, pay, days, pay],
  ...[{ does: 'back', who: 0 } as const, days, pay, days],
];

/** Twelve months were paid while away, then taken back: the months go on from before. */
const ahead = { does: 'pay', who: 1, months: 12, late: 0 } as const;
const paidAhead: readonly Step[] = [
  ...([{ ...pay, who: 1 }, { does: 'end', who: 1 }, ahead, { does: 'back', who: 1 }] as const),
  ...([pay, { does: 'reverse', which: 1 }, pay, days, { ...pay, who: 1 }, days] as const),
];
const paidSince: readonly Step[] = [
  ...([...paidAhead.slice(0, 4), { ...pay, who: 1 }, pay] as const),
  ...([{ does: 'reverse', which: 1 }, pay, days, { ...pay, who: 1 }, days] as const),
];

it('what was paid after they left is in no cycle, though a reversal moves it up', async () => {
  const { memory } = await anyLongYear.played(paidOn);
  const cycles = rowsOf(memory).flatMap((row) =>
    row.kind === 'cycle' && !row.cycle.voided ? [row.cycle] : [],
  );
  expect(cycles.map(({ month, end }) => [month, end.by, end.months])).toEqual([
    ['2026-03', 'payment', ['2026-03']],
    ['2026-04', 'left', []],
  ]);
});

const near = (number: number) => expect.closeTo(number, 2);

it('after any year months kept are those of its rows, counted worker by worker', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(anyLongYear.steps, async (steps) => {
      const year = await anyLongYear.played(steps);
      await tally({ shard: 'shard', changes: year.changes }, year.memory);
      const rows = [...rowsOf(year.memory), ...leftBehind(year.changes)];
      const span = { from: '2026-03', to: '2027-03', by: null };
      for (const asOf of ['2026-08-31', '2026-12-15', '2027-03-01', '2029-12-31']) {
        const { items, overall } = await renewals({ ...span, asOf }, year.memory, settings);
        for (const horizon of horizons) {
          const known = items.filter(({ month }) => asOf >= lastDayFor(month, horizon));
          const cohorts = known.map(({ month, monthsKept }) => {
            const kept = monthsKeptIn(rows, month, horizon, asOf);
            const right = differenceIn(kept, horizon);
            expect([month, horizon, monthsKept?.[horizon]]).toMatchObject([
              month,
              horizon,
              {
                reminded: { workers: kept.reminded.length, months: total(kept.reminded) },
                heldOut: { workers: kept.heldOut.length, months: total(kept.heldOut) },
                perWorker: right && near(right.difference),
                low: right && near(right.low),
                high: right && near(right.high),
              },
            ]);
            return right;
          });
          const all = cohorts.filter((each) => each !== null);
          told += all.length;
          const weights = total(all.map(({ weight }) => weight));
          const perWorker =
            total(all.map(({ weight, difference }) => weight * difference)) / weights;
          expect(overall.monthsKept?.[horizon].perWorker).toEqual(
            all.length > 0 ? near(perWorker) : null,
          );
          for (const { month, monthsKept } of items.filter((each) => !known.includes(each)))
            expect([month, monthsKept?.[horizon].perWorker]).toEqual([month, null]);
        }
      }
    }),
    { numRuns: 60, examples: [cameBack, paidAhead, paidSince].map((steps) => [[...steps]]) },
  );
  expect(told).toBeGreaterThan(200);
});

/** The day before the lapse date of the last month. */
const lastDayFor = (month: Month, horizon: number): CalendarDate => {
  const months = monthRange(month, addMonths(month, horizon + 2));
  return addDays(`${months.at(-1)}-01`, -1);
};
