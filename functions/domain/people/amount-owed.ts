import { type CalendarDate, type Month, monthOf, monthRange } from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import { contribution, type Payer } from '#domain/people/tariff';
import { monthOwed, type Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

/**
 * Rupiah for all unpaid months, at least the month owed, each by its own tariff, less credit. A
 * lapsed worker restarts instead (`reactivation`). Zero for government-paid and ended workers.
 */
export function amountOwed(
  worker: Payer & Pick<Worker, 'coveredThrough' | 'credit' | 'ended'>,
  today: CalendarDate,
  rules: Rules,
): Readonly<{ amount: number; months: readonly Month[] }> {
  if (worker.governmentPaid || worker.ended) return { amount: 0, months: [] };
  const first = firstMonthToPay(worker, today, rules);
  const paidAhead = first > monthOf(today);
  const months = paidAhead ? [first] : monthRange(first, monthOf(today));
  const price = months.reduce((sum, month) => sum + contribution(worker, month), 0);
  return { amount: Math.max(0, price - worker.credit), months };
}

/** Lapsed workers pay the current month (`resume`) or the last three: official sources disagree. */
export function firstMonthToPay(
  worker: Pick<Worker, 'coveredThrough'>,
  today: CalendarDate,
  rules: Rules,
): Month {
  const owed = monthOwed(worker);
  if (!isLapsed(worker, today, rules)) return owed;
  const unpaid = monthRange(owed, monthOf(today));
  return unpaid.slice(rules.reactivation === 'resume' ? -1 : -3)[0] ?? owed;
}

export const isLapsed = (
  worker: Pick<Worker, 'coveredThrough'>,
  today: CalendarDate,
  rules: Pick<Rules, 'lapseMonths'>,
): boolean => today >= lapseDate(monthOwed(worker), rules.lapseMonths);
