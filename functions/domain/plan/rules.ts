import { type Calendar, calendarOf } from '#domain/calendar/holidays';
import type { Plan } from '#domain/plan/plan';
import type { Settings } from '#domain/settings';

export type Rules = Readonly<{
  calendar: Calendar;
  lapseMonths: number;
  reactivation: Settings['reactivation'];
}> &
  Pick<Plan, 'holdoutPercent' | 'onlyTo'>;

export const rulesOf = ({ holidays, holdoutPercent, onlyTo }: Plan, settings: Settings): Rules => ({
  calendar: calendarOf(holidays, settings),
  lapseMonths: settings.lapseMonths,
  reactivation: settings.reactivation,
  holdoutPercent,
  onlyTo,
});
