import { addMonths, type CalendarDate, type Month } from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycles/cycle';
import { isReminded } from '#domain/people/worker';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { rules } from '../../../builders.ts';

/** Months kept worked out from rows, worker by worker, by docs/definitions.md. */
export type Lot = 'reminded' | 'heldOut';
export const horizons = [3, 6, 12] as const;

/** The months of each worker in a cohort that were paid, by arm. */
export function monthsKeptIn(
  rows: readonly CountedRow[],
  month: Month,
  horizon: number,
  asOf: CalendarDate,
) {
  const last = addMonths(month, horizon - 1);
  const cutOff = `${addMonths(last, 3)}-01`;
  const closed = rows.flatMap((row) =>
    row.kind === 'cycle' && !row.cycle.voided ? [row.cycle] : [],
  );
  const open = rows.flatMap((row) =>
    row.kind === 'worker' && isReminded(row.worker)
      ? [{ ...row.worker.cycle, workerId: row.worker.workerId }]
      : [],
  );
  const kept: Record<Lot, number[]> = { reminded: [], heldOut: [] };
  const hasLeft = (cycle: Cycle & Partial<Pick<ClosedCycle, 'end'>>): boolean =>
    cycle.end?.by === 'left' && endedOn({ ...cycle, end: cycle.end }) <= asOf;
  for (const cycle of [...closed, ...open]) {
    const isDue =
      cycle.month === month && cycle.since <= asOf && cycle.since <= dueDate(month, rules.calendar);
    if (!isDue || hasLeft(cycle) || !cycle.textable) continue;
    const months = closed
      .filter(
        (other) =>
          other.workerId === cycle.workerId &&
          other.month >= month &&
          endedOn(other) <= asOf &&
          endedOn(other) < cutOff,
      )
      .flatMap(({ end }) => end.months)
      .filter((paid) => month <= paid && paid <= last);
    kept[cycle.heldOut ? 'heldOut' : 'reminded'].push(new Set(months).size);
  }
  return kept;
}

export const total = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0);

/** With one more worker in each arm who kept none and one who kept all. */
export function differenceIn(kept: Readonly<Record<Lot, readonly number[]>>, horizon: number) {
  if (kept.reminded.length === 0 || kept.heldOut.length === 0) return null;
  const moments = [kept.reminded, kept.heldOut].map((months) => {
    const sample = [...months, 0, horizon];
    const mean = total(sample) / sample.length;
    const squares = total(sample.map((each) => (each - mean) ** 2));
    return { mean, error: squares / (sample.length - 1) / sample.length };
  });
  const [one, two] = moments as [(typeof moments)[0], (typeof moments)[0]];
  const [centre, reach] = [one.mean - two.mean, 1.959964 * Math.sqrt(one.error + two.error)];
  const difference =
    total(kept.reminded) / kept.reminded.length - total(kept.heldOut) / kept.heldOut.length;
  return {
    difference,
    low: Math.max(-horizon, Math.min(difference, centre - reach)),
    high: Math.min(horizon, Math.max(difference, centre + reach)),
    weight:
      (kept.reminded.length * kept.heldOut.length) / (kept.reminded.length + kept.heldOut.length),
  };
}
