import { addMonths, type CalendarDate, firstDay, type Month } from '#domain/calendar/dates';
import { type Calendar, nextWorkingDay } from '#domain/calendar/holidays';

/** The 15th of the contribution month itself, or the next working day after a weekend or holiday. Decent sources agree; the rule's text was not seen. */
export const dueDate = (month: Month, calendar: Calendar): CalendarDate =>
  nextWorkingDay(`${month}-15`, calendar);

/** The first day of lapsed membership. Covered through September, so October is owed: three months on it is 1 January. */
export const lapseDate = (monthOwed: Month, lapseMonths: number): CalendarDate =>
  firstDay(addMonths(monthOwed, lapseMonths));
