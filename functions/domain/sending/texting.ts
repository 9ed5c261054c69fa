import type { CalendarDate, Month } from '#domain/calendar/dates';
import { contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker } from '#domain/people/worker';
import { dueSteps, stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import type { Rules } from '#domain/plan/rules';
import { exclusionOf, isMeantFor } from '#domain/sending/eligibility';
import type { SkipReason } from '#domain/sending/reminder';

/** Held-out workers are `texted` with the reason `held-out`: they get steps marked `toHeldOut`. */
export type Texting = Readonly<{
  status: 'texted' | 'not-texted';
  reason: SkipReason | 'ended' | 'government-paid' | null;
  next: Readonly<{
    step: string;
    planned: Planned;
    month: Month;
    date: CalendarDate;
  }> | null;
}>;

type Moment = Readonly<{ today: CalendarDate; time: string }>;
type TextContext = Readonly<{ plan: Plan; rules: Rules }>;

export function textingOf(worker: Worker, now: Moment, terms: TextContext): Texting {
  if (!isReminded(worker)) return notTexted(worker.ended ? 'ended' : 'government-paid', null);
  const { plan } = terms;
  const next = nextStep(worker, now, terms);
  const { heldOut } = worker.cycle;
  const steps = plan.steps.filter(({ enabled }) => enabled);
  const meant = { toHeldOut: !heldOut || steps.some(({ toHeldOut }) => toHeldOut) };
  const barrier = exclusionOf({ worker, step: meant, plan, today: now.today });
  if (barrier) return notTexted(barrier, next);
  return { status: 'texted', reason: heldOut ? 'held-out' : null, next };
}

const notTexted = (reason: Texting['reason'], next: Texting['next']): Texting => ({
  status: 'not-texted',
  reason,
  next,
});

const named = ({ id: step, anchor, offsetDays }: Step) => ({
  step,
  planned: { anchor, offsetDays },
});

/** The next step of the month owed that no exclusion stops on its day. */
function nextStep(worker: Worker, { today, time }: Moment, terms: TextContext): Texting['next'] {
  const { plan, rules } = terms;
  const month = monthOwed(worker);
  // Credit buys it before its first step is due.
  if (worker.credit >= contribution(worker, month)) return null;
  const days = plan.steps.map((step) => stepDate(step, month, plan, rules));
  for (const date of [...new Set(days)].filter((day) => day >= today).sort()) {
    const [next] = dueSteps(plan, date, rules)
      .filter((due) => due.month === month && (date > today || due.step.at > time))
      .filter(({ step }) => !exclusionOf({ worker, step, plan, today: date }))
      .filter(({ supersededBy }) => !supersededBy.some((step) => isMeantFor(worker.cycle, step)))
      .sort((a, b) => a.step.at.localeCompare(b.step.at));
    if (next) return { ...named(next.step), month, date };
  }
  return null;
}
