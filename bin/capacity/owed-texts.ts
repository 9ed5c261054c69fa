import { addDays, type CalendarDate, daysBetween, type Month } from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import { dueSteps, plannedDate, stepDate } from '#domain/plan/due-steps';
import type { Step } from '#domain/plan/plan';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Asked } from './asked.ts';
import { stillUnpaid } from './still-unpaid.ts';

/** A step that falls on a day, with the texts that all zones owe for it. */
export type OwedTexts = Readonly<{ step: Step; month: Month; texts: number }>;

/** By the plan's own rules; `date` is each zone's own day. */
export function owedTexts(asked: Asked, date: CalendarDate): readonly OwedTexts[] {
  const plan = shiftedPlan(asked);
  return dueSteps(plan, date, rulesOf(plan, asked.stage.settings))
    .filter(({ supersededBy }) => supersededBy.length === 0)
    .map(({ step, month }) => ({
      ...{ step, month },
      texts: asked.workers * textedShare(asked, step, daysAfterDue(asked, month, date)),
    }));
}

/**
 * The first step texts `reminded`; the others as many fewer as have paid, or more if held out too.
 */
function textedShare(asked: Asked, step: Step, days: number): number {
  const reachable = asked.reminded / stillUnpaid(firstStepDays(asked));
  const ofBothArms = step.toHeldOut ? 1 - asked.plan.holdoutPercent / 100 : 1;
  return stillUnpaid(days) * Math.min(1, reachable / ofBothArms);
}

/** Of all workers, those who get a row `held-out` in place of the first step's text. */
export const heldOutShare = ({ reminded, plan: { holdoutPercent } }: Asked): number =>
  (reminded * holdoutPercent) / (100 - holdoutPercent);

/** What is still owed on another day of what was owed on `from`: some have paid meanwhile. */
export const stillOwed = (
  asked: Asked,
  month: Month,
  { from, to }: Readonly<{ from: CalendarDate; to: CalendarDate }>,
): number =>
  stillUnpaid(daysAfterDue(asked, month, to)) / stillUnpaid(daysAfterDue(asked, month, from));

const daysAfterDue = (asked: Asked, month: Month, date: CalendarDate): number =>
  daysBetween(dueOn(asked, month), date);

const dueOn = (asked: Asked, month: Month): CalendarDate =>
  addDays(dueDate(month, rulesFor(asked).calendar), asked.dueShiftDays);

function firstStepDays(asked: Asked): number {
  const [rules, plan] = [rulesFor(asked), shiftedPlan(asked)];
  const planned = (step: Step) => plannedDate(step, asked.month, rules);
  const [first] = plan.steps
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => planned(a).localeCompare(planned(b)));
  if (!first) return 0;
  return daysAfterDue(asked, asked.month, stepDate(first, asked.month, plan, rules));
}

const rulesFor = ({ plan, stage }: Asked): Rules => rulesOf(plan, stage.settings);

const shiftedPlan = ({ plan, dueShiftDays }: Asked): Asked['plan'] => ({
  ...plan,
  steps: plan.steps.map((step) =>
    step.anchor === 'due' ? { ...step, offsetDays: step.offsetDays + dueShiftDays } : step,
  ),
});
