import type { CalendarDate, Month } from '#domain/calendar/dates';
import { composeReminder } from '#domain/messages/message';
import { contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker } from '#domain/people/worker';
import { type DueStep, dueSteps, stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import type { Rules } from '#domain/plan/rules';
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

type Moment = Readonly<{ today: CalendarDate; time: string }>;
/** `handled`: rows that the worker has already; a step that was moved is not sent a second time. */
export type TextTerms = Readonly<{
  plan: Plan;
  rules: Rules;
  handled?: readonly Pick<ReminderKey, 'month' | 'step'>[];
}>;

export function textingOf(worker: Worker, now: Moment, terms: TextTerms): Texting {
  if (!isReminded(worker)) return notTexted(worker.ended ? 'ended' : 'government-paid', null);
  const { plan } = terms;
  const isPaid = worker.credit >= contribution(worker, monthOwed(worker));
  // Credit buys the month before its first step is due.
  const next = isPaid ? null : nextStep(worker, now, terms);
  const { heldOut } = worker.cycle;
  const steps = plan.steps.filter(({ enabled }) => enabled);
  const meant = { toHeldOut: !heldOut || steps.some(({ toHeldOut }) => toHeldOut) };
  const barrier = exclusionOf({ worker, step: meant, plan, today: now.today });
  if (barrier) return notTexted(barrier, next);
  // Nobody knows when texts leave again: nothing is promised.
  if (plan.paused) return notTexted('paused', null);
  const noNext = next ? null : isPaid ? 'credit' : 'no-step';
  return { status: 'texted', reason: heldOut ? 'held-out' : null, next, noNext };
}

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

/** The next step of the month owed that no exclusion stops on its day. */
function nextStep(worker: Worker, { today, time }: Moment, terms: TextTerms): Texting['next'] {
  const { plan, rules, handled = [] } = terms;
  const month = monthOwed(worker);
  const isHandled = (step: Step) =>
    handled.some((row) => row.month === month && row.step === step.id);
  const days = plan.steps.map((step) => stepDate(step, month, plan, rules));
  for (const date of [...new Set(days)].filter((day) => day >= today).sort()) {
    const [next] = dueSteps(plan, date, rules)
      .filter((due) => due.month === month && (date > today || due.step.at > time))
      .filter(({ step }) => !isHandled(step))
      .filter(({ step }) => !exclusionOf({ worker, step, plan, today: date }))
      .filter(({ supersededBy }) => !supersededBy.some((step) => isMeantFor(worker.cycle, step)))
      .sort((a, b) => a.step.at.localeCompare(b.step.at));
    if (next) return { ...named(next.step), month, date, text: textOf(worker, next, date, rules) };
  }
  return null;
}

/** A text that is too long for this worker fails when it is sent. */
function textOf(worker: Worker, { step, month }: DueStep, today: CalendarDate, rules: Rules) {
  try {
    return composeReminder({ worker, step, month, today, rules }).text;
  } catch {
    return null;
  }
}
