import { addDays, type CalendarDate, isSunday, isWeekend } from '#domain/calendar/dates';
import { holidays } from '#domain/calendar/holiday-table';
import type { Settings } from '#domain/settings';

export type Calendar = Readonly<{
  nationalHolidays: ReadonlySet<CalendarDate>;
  daysOff: ReadonlySet<CalendarDate>;
}>;

export const quietDayKinds = ['sunday', 'national-holiday'] as const;

type Corrections = Readonly<Record<'add' | 'remove', readonly CalendarDate[]>>;

type JointLeave = Pick<Settings, 'jointLeaveMovesDueDate'>;

/** Every text asks for that of its plan, several times. */
const known = new WeakMap<Corrections, Map<boolean, Calendar>>();

/** The decreed days as admins correct them: `remove` drops a day, `add` makes it a holiday. */
export function calendarOf(corrections: Corrections, settings: JointLeave): Calendar {
  const ofPlan = known.get(corrections) ?? new Map<boolean, Calendar>();
  const { jointLeaveMovesDueDate } = settings;
  const calendar = ofPlan.get(jointLeaveMovesDueDate) ?? correctedBy(corrections, settings);
  known.set(corrections, ofPlan.set(jointLeaveMovesDueDate, calendar));
  return calendar;
}

function correctedBy(corrections: Corrections, settings: JointLeave): Calendar {
  const removed = new Set(corrections.remove);
  const datesOf = (kind: 'national' | 'joint-leave') =>
    holidays.filter((day) => day.kind === kind && !removed.has(day.date)).map(({ date }) => date);
  const nationalHolidays = new Set([...datesOf('national'), ...corrections.add]);
  // We do not know whether cuti bersama moves a due date: hence a setting.
  const daysOff = settings.jointLeaveMovesDueDate
    ? new Set([...nationalHolidays, ...datesOf('joint-leave')])
    : nationalHolidays;
  return { nationalHolidays, daysOff };
}

export const isWorkingDay = (date: CalendarDate, calendar: Calendar): boolean =>
  !isWeekend(date) && !calendar.daysOff.has(date);

export function nextWorkingDay(date: CalendarDate, calendar: Calendar): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** Joint leave is not a national holiday: people work, and texts go out. */
export const isQuietDay = (
  date: CalendarDate,
  quietDays: readonly (typeof quietDayKinds)[number][],
  calendar: Calendar,
): boolean =>
  (quietDays.includes('sunday') && isSunday(date)) ||
  (quietDays.includes('national-holiday') && calendar.nationalHolidays.has(date));
