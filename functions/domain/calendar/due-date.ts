import { addMonths, type CalendarDate, firstDay, type Month } from '#domain/calendar/dates';
import { type Calendar, nextWorkingDay } from '#domain/calendar/holidays';

/** The 15th or the next working day: two reputable sources; we have not seen the regulation. */
export const dueDate = (month: Month, calendar: Calendar): CalendarDate =>
  nextWorkingDay(`${month}-15`, calendar);

/** Covered through September: October is owed, and membership lapses on 1 January. */
export const lapseDate = (monthOwed: Month, lapseMonths: number): CalendarDate =>
  firstDay(addMonths(monthOwed, lapseMonths));
