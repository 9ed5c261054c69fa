import { type CalendarDate, monthOf } from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { isLapsed } from '#domain/people/amount-owed';
import { monthOwed, type Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

/** `due`: due date not past · `arrears`: past due, not lapsed · `ended`: died, employed, abroad. */
export type Coverage = 'active' | 'due' | 'arrears' | 'lapsed' | 'ended';

/** A budget pays the fund directly, so a government-paid member's unpaid months mean nothing. */
export function coverageOf(
  worker: Pick<Worker, 'coveredThrough' | 'governmentPaid' | 'ended'>,
  today: CalendarDate,
  rules: Rules,
): Coverage {
  if (worker.ended) return 'ended';
  if (worker.governmentPaid || worker.coveredThrough >= monthOf(today)) return 'active';
  if (isLapsed(worker, today, rules)) return 'lapsed';
  return today <= dueDate(monthOwed(worker), rules.calendar) ? 'due' : 'arrears';
}
