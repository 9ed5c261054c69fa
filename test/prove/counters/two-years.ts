import { added } from '#aws/renewals/counter-rows';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { provinces } from '#domain/calendar/provinces';
import { tenures } from '#domain/people/tenure';
import { languages, sectors } from '#domain/people/worker';
import type { Count, Dimension } from '#domain/renewals/counting/counter';
import { keptMeasures } from '#domain/renewals/counting/months-kept';
import { rules } from '../../unit/domain/renewals/counted.ts';

const values: Readonly<Record<Dimension, readonly string[]>> = {
  province: provinces,
  sector: sectors,
  language: languages,
  tenure: tenures,
};
const steps = ['before', 'eve', 'after', 'last-call', 'lapsed', 'paid'] as const;
const arms = ['reminded', 'held-out', 'neither'] as const;

/** What is left of a cohort of millions in the counters of one dimension, on each of its days. */
export function* countersOf(month: Month, dimension: Dimension): Generator<readonly Count[]> {
  const due = dueDate(month, rules.calendar);
  for (const value of values[dimension]) {
    const on = (day: CalendarDate, group: string, names: readonly string[]): readonly Count[] =>
      names.map((name) => ({
        place: { of: 'cohort', month, dimension, value, day, group },
        name,
        by: 123_456,
      }));
    const money = dimension === 'sector' ? ['n', 'amount', 'full', 'jht'] : ['n', 'amount'];
    const cycles = (more: readonly string[]) =>
      arms.flatMap((arm) => [...money, ...more].map((measure) => `${arm}.${measure}`));
    for (const day of daysAround(due, -75, 15))
      yield on(
        day,
        'begun.early',
        cycles([]).map((name) => name.replace('.', '.renewed.')),
      );
    for (const day of daysAround(due, -45, 100)) {
      yield on(day, 'paid.early', cycles(['received']));
      if (dimension === 'sector') yield on(day, 'collected', ['rupiah']);
    }
    if (dimension === 'sector')
      for (const paidIn of monthRange(addMonths(month, -2), addMonths(month, 13)))
        for (const late of ['early', '16', '17'])
          yield on(addDays(`${addMonths(paidIn, 1)}-01`, -1), `kept.${late}`, kept);
    for (const [index, step] of steps.entries())
      for (const day of daysAround(addDays(due, 10 * index - 10), 0, 3)) {
        yield on(day, `text.${step}.100`, texts);
        yield on(day, `late-text.late.${step}.100`, texts);
        yield on(day, `left-text.early.${step}.100`, texts);
      }
  }
}

const daysAround = (day: CalendarDate, from: number, to: number): readonly CalendarDate[] =>
  Array.from({ length: to - from }, (_, index) => addDays(day, from + index));

const texts = ['reminded', 'held-out'].flatMap((arm) => [
  ...['sent', 'delivered', 'undelivered'].flatMap((status) =>
    ['n', 'parts', 'microUsd'].map((measure) => `${arm}.${status}.${measure}`),
  ),
  ...['skipped.held-out', 'skipped.stopped', 'failed', 'unknown'].map((why) => `${arm}.${why}.n`),
]);

const kept = ['reminded', 'held-out'].flatMap((arm) =>
  keptMeasures.map((measure) => `${arm}.${measure}`),
);

/** Every cohort from two years back to those whose members have paid a year ahead. */
export const cohortsOfTwoYears = (now: Month): readonly Month[] =>
  monthRange(addMonths(now, -24), addMonths(now, 12));

export const rowOf = (counts: readonly Count[], of: 'counted' | 'kept') =>
  added(of, counts).flatMap((write) =>
    'update' in write
      ? [{ ...write.update, ...Object.fromEntries(counts.map(({ name, by }) => [name, by])) }]
      : [],
  );
