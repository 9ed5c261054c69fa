import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstDay,
} from '#domain/calendar/dates';
import { holidays } from '#domain/calendar/holiday-table';
import { discounts } from '#domain/people/tariff-tables';

export type Expiring = Readonly<{
  what: 'discount' | 'holidays';
  of: string;
  lastDay: CalendarDate;
}>;

const daysAhead = 60;

/** Within 60 days, or already: amounts rise after a discount, estimated holidays may change. */
export const expiring = (today: CalendarDate): readonly Expiring[] =>
  known.filter(({ lastDay }) => daysBetween(today, lastDay) <= daysAhead);

const lastDecreed =
  holidays
    .filter(({ basis }) => basis === 'decree')
    .map(({ date }) => date.slice(0, 4))
    .sort()
    .at(-1) ?? '';

const known: readonly Expiring[] = [
  ...discounts.map(
    ({ sector, to }) =>
      ({ what: 'discount', of: sector, lastDay: addDays(firstDay(addMonths(to, 1)), -1) }) as const,
  ),
  { what: 'holidays', of: lastDecreed, lastDay: `${lastDecreed}-12-31` },
];
