import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { tenureIn } from '#domain/people/tenure';
import { type Count, dimensions } from '#domain/renewals/counting/counter';
import { counterName, groupOf, type Said } from '#domain/renewals/counting/counter-name';
import { keptMeasures } from '#domain/renewals/counting/months-kept';

export type Payer = Pick<
  ClosedCycle,
  'province' | 'sector' | 'language' | 'income' | 'jht' | 'memberSince'
>;

export type Measures = Readonly<Record<string, number>>;

type Where = Readonly<{
  month: Month;
  day: CalendarDate;
  payer: Pick<Payer, 'province' | 'sector' | 'language' | 'memberSince'>;
}>;

/** Once for each dimension, but for what a report needs by sector alone. */
export function counted(
  { month, day, payer }: Where,
  said: Said,
  measures: Measures,
): readonly Count[] {
  // The row of an unreadable worker has no province.
  const values = {
    ...payer,
    province: payer.province || 'unknown',
    tenure: tenureIn(month, payer),
  };
  const group = groupOf(said);
  return dimensions.flatMap((dimension) =>
    Object.entries(measures)
      .filter(
        ([measure, by]) => by !== 0 && !(dimension !== 'sector' && bySector.includes(measure)),
      )
      .map(([measure, by]) => ({
        place: { of: 'cohort', month, dimension, value: values[dimension], day, group } as const,
        name: counterName(said, measure),
        by,
      })),
  );
}

/** The discount depends on the sector; within a year a worker may move to another province. */
const bySector: readonly string[] = ['full', 'jht', 'rupiah', ...keptMeasures];
