import type { CalendarDate } from '#domain/calendar/dates';
import type { Beginning, CohortCounts, Ending } from '#domain/renewals/cohorts/cohort-counts';

export type CohortCycles = Pick<CohortCounts, 'begun' | 'paid' | 'left'>;

export const cyclesWhere = (
  { begun, paid, left }: CohortCycles,
  holds: (cycles: Beginning | Ending) => boolean,
): CohortCycles => ({
  begun: begun.filter(holds),
  paid: paid.filter(holds),
  left: left.filter(holds),
});

export const inArm = (cycles: CohortCycles, wanted: 'reminded' | 'held-out'): CohortCycles =>
  cyclesWhere(cycles, ({ arm }) => arm === wanted);

/** Told apart by the share that was held out when they were drawn: within each, arms are alike. */
export function drawnAlike(cycles: CohortCycles): readonly CohortCycles[] {
  const shares = new Set(cycles.begun.map(({ share }) => share));
  return [...shares].map((share) => cyclesWhere(cycles, (each) => each.share === share));
}

export function knownOn(cohort: CohortCounts, asOf: CalendarDate): CohortCounts {
  const isKnown = ({ day }: Readonly<{ day: CalendarDate }>) => day <= asOf;
  return {
    ...cyclesWhere(cohort, isKnown),
    text: cohort.text.filter(isKnown),
    'late-text': cohort['late-text'].filter(isKnown),
    'left-text': cohort['left-text'].filter(isKnown),
    collected: cohort.collected.filter(isKnown),
    kept: cohort.kept.filter(isKnown),
  };
}

/** Cycles open at the end of that day, and what one month of them costs. */
export function openOn(
  cohort: CohortCycles,
  date: CalendarDate,
): Readonly<Record<'n' | 'full' | 'jht', number>> {
  const { begun, paid, left } = cyclesWhere(cohort, ({ day }) => day <= date);
  const open = (of: 'n' | 'full' | 'jht') => sumOf(begun, of) - sumOf(paid, of) - sumOf(left, of);
  return { n: open('n'), full: open('full'), jht: open('jht') };
}

export const sumOf = <K extends string>(
  counted: readonly Readonly<Record<K, number>>[],
  of: K,
): number => counted.reduce((sum, counter) => sum + counter[of], 0);
