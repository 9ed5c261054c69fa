import type { CalendarDate, Month } from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycles/cycle';
import { contribution } from '#domain/people/tariff';
import type { Planned, PlannedOf } from '#domain/plan/planned';
import type { Rules } from '#domain/plan/rules';
import { type CycleKind, outcomeOf } from '#domain/renewals/cohorts/cohort-outcomes';
import { type Arm, armOf } from '#domain/renewals/counting/counter-name';
import { dayOfReminder } from '#domain/renewals/counting/reminder-counts';
import type { Reminder } from '#domain/sending/reminder';

/** One cycle behind the numbers of its cohort: what it counts as, and the texts about its month. */
export type ExplainedCycle = Readonly<{
  workerId: string;
  since: CalendarDate;
  arm: Arm;
  outcome: Exclude<CycleKind, 'startedLate'>;
  /** Began after the due date, and is in no rate. */
  startedLate: boolean;
  endedOn: CalendarDate | null;
  /** What ended it: the id of the payment, `roster` or `left`. */
  by: string | null;
  months: readonly Month[];
  /** Rupiah: what the month costs this worker, and what was paid for it. */
  amount: number;
  received: number;
  texts: readonly ExplainedText[];
}>;

type ExplainedText = Pick<Reminder, 'step' | 'status' | 'reason' | 'parts' | 'priceUsd'> &
  Readonly<{ planned: Planned }>;

export const kindOf = ({ startedLate, outcome }: ExplainedCycle): CycleKind =>
  startedLate ? 'startedLate' : outcome;

/** A worker's cycle, open where `closed` is null, with the facts its contribution depends on. */
export type WorkerCycle = Readonly<{
  workerId: string;
  cycle: Cycle;
  payer: Parameters<typeof contribution>[0];
  closed: ClosedCycle | null;
  reminders: readonly Reminder[];
}>;

type Terms = Readonly<{ asOf: CalendarDate; rules: Rules; plannedOf: PlannedOf }>;

export function explained(
  { workerId, cycle, payer, closed, reminders }: WorkerCycle,
  { asOf, rules, plannedOf }: Terms,
): ExplainedCycle {
  const { month, since } = cycle;
  const amount = contribution(payer, month);
  const dueOn = dueDate(month, rules.calendar);
  const dates = { dueOn, lapsesOn: lapseDate(month, rules.lapseMonths), asOf };
  return {
    workerId,
    since,
    arm: armOf(cycle),
    startedLate: since > dueOn,
    amount,
    ...endOf(closed && endedOn(closed) <= asOf ? closed : null, dates, amount),
    texts: textsBy(asOf, reminders).map((reminder) => explainedText(reminder, plannedOf)),
  };
}

function endOf(
  closed: ClosedCycle | null,
  dates: Parameters<typeof outcomeOf>[1],
  amount: number,
): Pick<ExplainedCycle, 'outcome' | 'endedOn' | 'by' | 'months' | 'received'> {
  if (!closed)
    return { outcome: outcomeOf(null, dates), endedOn: null, by: null, months: [], received: 0 };
  const { end, month } = closed;
  return {
    outcome: end.by === 'left' ? 'left' : outcomeOf(endedOn(closed), dates),
    endedOn: endedOn(closed),
    by: end.payment ?? end.by,
    months: end.months,
    received: end.months.includes(month) ? amount : 0,
  };
}

/** In the order of time: they are stored by the names of their steps. */
const textsBy = (asOf: CalendarDate, reminders: readonly Reminder[]): readonly Reminder[] =>
  reminders
    .filter((reminder) => reminder.status !== 'claimed' && dayOfReminder(reminder) <= asOf)
    .sort((a, b) => dayOfReminder(a).localeCompare(dayOfReminder(b)));

function explainedText(reminder: Reminder, plannedOf: PlannedOf): ExplainedText {
  const { step, status, reason, parts, priceUsd } = reminder;
  return { step, planned: plannedOf(reminder), status, reason, parts, priceUsd };
}
