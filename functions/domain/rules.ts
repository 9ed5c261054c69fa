import { type Calendar, calendarOf } from '#domain/holidays';
import type { Plan } from '#domain/plan';
import type { Settings } from '#domain/settings';

/** What the amounts and days of a worker depend on besides the worker and the tables. */
export type Rules = Readonly<{ calendar: Calendar; lapseMonths: number; reactivation: Settings['reactivation'] }>;

export const rulesOf = (plan: Pick<Plan, 'holidays'>, settings: Settings): Rules => ({
  calendar: calendarOf(plan.holidays, settings),
  lapseMonths: settings.lapseMonths,
  reactivation: settings.reactivation,
});
