import type { Month } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { Plan } from '#domain/plan/plan';
import type { Stage } from '#lib/stages';

/**
 * A month in which all workers owe the same month: the worst that can come. Shares are from 0 to 1.
 */
export type Asked = Readonly<{
  stage: Stage;
  month: Month;
  workers: number;
  /** Of all workers, those whom the plan's first step texts: not held out, no stop, a phone. */
  reminded: number;
  /** Only its steps, hours, quiet days, catch-up and holdout count. */
  plan: Plan;
  /** The due day of the law is the 15th; so many days later (or earlier) is asked about. */
  dueShiftDays: number;
  partsPerText: number;
  /** Of the payments of a day, those that come in its busiest hour. */
  paidInPeakHour: number;
  /** Of the payments, those that are confirmed by a text. */
  confirmed: number;
  zoneShares: Readonly<Record<Zone, number>>;
}>;
