import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstDay,
} from '#domain/calendar/dates';
import { discounts, holidays } from '#domain/reference';

/** A table of law or calendar that soon says nothing any more, or no longer for sure. */
export type Expiring = Readonly<{
  what: 'discount' | 'holidays';
  of: string;
  lastDay: CalendarDate;
}>;

const daysAhead = 60;

/** What runs out within 60 days, or has. A discount that ends raises amounts, as decreed; holidays that are only estimated may move due dates. */
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
