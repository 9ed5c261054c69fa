import {
  type CalendarDate,
  type Instant,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { composeReminder } from '#domain/messages/message';
import { contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Behind } from '#domain/plan/behind/behind';
import { stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import type { Rules } from '#domain/plan/rules';
import { type Firing, firingsIn } from '#domain/preview/firings';
import type { ReminderKey, SkipReason } from '#domain/sending/reminder';
import { exclusionOf, isMeantFor } from '#domain/sending/texting/eligibility';

/** Held-out workers are `texted` with the reason `held-out`: they get steps marked `toHeldOut`. */
export type Texting = Readonly<{
  status: 'texted' | 'not-texted';
  reason: SkipReason | 'ended' | 'government-paid' | 'paused' | null;
  /** Should they not have paid by then. `text` is null where it can not be sent as it is. */
  next: Readonly<{
    step: string;
    planned: Planned;
    month: Month;
    date: CalendarDate;
    /** Local time. */
    at: string;
    text: string | null;
  }> | null;
  /** Why nothing is next though they are texted: credit pays the month, or no step is left. */
  noNext: 'credit' | 'no-step' | null;
}>;

export type TextTerms = Readonly<{
  plan: Plan;
  rules: Rules;
  /** Rows that the worker has already; a step that was moved is not sent a second time. */
  handled?: readonly Pick<ReminderKey, 'month' | 'step'>[];
  /** What a change of the plan put behind now, and goes out once more. */
  behind?: readonly Behind[];
  /** How many parts the budget of a month still pays; null without a limit. */
  budget?: Readonly<{ month: Month; parts: number }> | null;
}>;

export function textingOf(worker: Worker, now: Instant, terms: TextTerms): Texting {
  if (!isReminded(worker)) return notTexted(worker.ended ? 'ended' : 'government-paid', null);
  const { plan } = terms;
  const isPaid = worker.credit >= contribution(worker, monthOwed(worker));
  // Credit buys the month before its first step is due.
  const { next, isOverBudget } = isPaid ? noText : nextText(worker, now, terms);
  const { heldOut } = worker.cycle;
  const steps = plan.steps.filter(({ enabled }) => enabled);
  const meant = { toHeldOut: !heldOut || steps.some(({ toHeldOut }) => toHeldOut) };
  const today = localDate(zoneOfWorker(worker), now);
  const barrier = exclusionOf({ worker, step: meant, plan, today });
  if (barrier) return notTexted(barrier, next);
  // Nobody knows when texts leave again: nothing is promised.
  if (plan.paused) return notTexted('paused', null);
  if (isOverBudget) return notTexted('budget', next);
  const noNext = next ? null : isPaid ? 'credit' : 'no-step';
  return { status: 'texted', reason: heldOut ? 'held-out' : null, next, noNext };
}

const noText = { next: null, isOverBudget: false };

const notTexted = (reason: Texting['reason'], next: Texting['next']): Texting => ({
  status: 'not-texted',
  reason,
  next,
  noNext: null,
});

const named = ({ id: step, anchor, offsetDays, at }: Step) => ({
  step,
  at,
  planned: { anchor, offsetDays },
});

type Next = NonNullable<Texting['next']>;

/** The first that the budget of its month pays, and whether it is not the first of all. */
function nextText(
  worker: Worker,
  now: Instant,
  terms: TextTerms,
): Readonly<{ next: Next | null; isOverBudget: boolean }> {
  const { rules, budget } = terms;
  let isOverBudget = false;
  for (const { step, month, date } of comingTo(worker, now, terms)) {
    const { text, parts } = textOf({ worker, step, month, today: date, rules });
    if (budget?.month !== monthOf(date) || parts <= budget.parts)
      return { next: { ...named(step), month, date, text }, isOverBudget };
    isOverBudget = true;
  }
  return { next: null, isOverBudget };
}

/** The steps of the month owed that no exclusion stops on their day, in the order of time. */
function* comingTo(worker: Worker, now: Instant, terms: TextTerms): Generator<Firing> {
  const { plan, rules, handled = [], behind = [] } = terms;
  const [zone, month] = [zoneOfWorker(worker), monthOwed(worker)];
  const isHandled = (step: Step) =>
    handled.some((row) => row.month === month && row.step === step.id);
  const days = [
    ...plan.steps.map((step) => stepDate(step, month, plan, rules)),
    ...behind.map(({ firesAt }) => localDate(zone, firesAt)),
  ].filter((day) => day >= localDate(zone, now));
  for (const date of [...new Set(days)].sort())
    yield* firingsIn(zone, date, { plan, rules, now, behind, fired: new Map() })
      .filter((firing) => firing.month === month && !isHandled(firing.step))
      .filter(({ step }) => !exclusionOf({ worker, step, plan, today: date }))
      .filter(({ supersededBy }) => !supersededBy.some((step) => isMeantFor(worker.cycle, step)))
      .sort((a, b) => a.step.at.localeCompare(b.step.at));
}

/** A text that is too long for this worker fails when it is sent, and costs nothing. */
function textOf(
  occasion: Parameters<typeof composeReminder>[0],
): Readonly<{ text: string | null; parts: number }> {
  try {
    return composeReminder(occasion);
  } catch {
    return { text: null, parts: 0 };
  }
}
