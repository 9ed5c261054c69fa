import { type CalendarDate, monthOf } from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { isLapsed } from '#domain/people/amount-owed';
import { monthOwed, type Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

/** `active`: this month is paid · `due`: unpaid, not past due · `arrears`: past due, can still be settled · `lapsed` · `ended`: died, employed or abroad. */
export type Coverage = 'active' | 'due' | 'arrears' | 'lapsed' | 'ended';

/** A member paid for from a state or regional budget is active until they end: the budget settles with the fund directly, so months we see unpaid say nothing. */
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
