import { addDays, type CalendarDate, isSunday, isWeekend } from '#domain/calendar/dates';
import { holidays } from '#domain/reference';
import type { Settings } from '#domain/settings';

/** What decides working days: national holidays, and the days besides weekends on which nobody has to pay. */
export type Calendar = Readonly<{
  nationalHolidays: ReadonlySet<CalendarDate>;
  daysOff: ReadonlySet<CalendarDate>;
}>;

/** Days besides those of one's own choice on which a plan may let no text out. */
export const quietDayKinds = ['sunday', 'national-holiday'] as const;

type Corrections = Readonly<Record<'add' | 'remove', readonly CalendarDate[]>>;

/** The decreed calendar as admins have corrected it: `remove` takes a date out, whatever it was; `add` makes it a national holiday. */
export function calendarOf(
  corrections: Corrections,
  settings: Pick<Settings, 'jointLeaveMovesDueDate'>,
): Calendar {
  const removed = new Set(corrections.remove);
  const datesOf = (kind: 'national' | 'joint-leave') =>
    holidays.filter((day) => day.kind === kind && !removed.has(day.date)).map(({ date }) => date);
  const nationalHolidays = new Set([...datesOf('national'), ...corrections.add]);
  // Whether cuti bersama moves a due date is not known, hence a setting.
  const daysOff = settings.jointLeaveMovesDueDate
    ? new Set([...nationalHolidays, ...datesOf('joint-leave')])
    : nationalHolidays;
  return { nationalHolidays, daysOff };
}

export const isWorkingDay = (date: CalendarDate, calendar: Calendar): boolean =>
  !isWeekend(date) && !calendar.daysOff.has(date);

/** The date itself where it is a working day. */
export function nextWorkingDay(date: CalendarDate, calendar: Calendar): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** Whether the plan lets no text out on this day. Joint leave is no national holiday: people work, and texts go out. */
export const isQuietDay = (
  date: CalendarDate,
  quietDays: readonly (typeof quietDayKinds)[number][],
  calendar: Calendar,
): boolean =>
  (quietDays.includes('sunday') && isSunday(date)) ||
  (quietDays.includes('national-holiday') && calendar.nationalHolidays.has(date));
