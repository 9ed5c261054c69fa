import type { Plan, Step } from '#domain/plan/plan';
import { useDraft } from '../../shared/draft.ts';
import { changesBetween, type PlanChange } from '../differences/changes.ts';
import { merged } from '../differences/merge.ts';

/** The admin's draft: `plan`, made from `base`. Both pages about the plan edit the same one. */
type Kept = Readonly<{ base: Plan; plan: Plan }>;

export type PlanDraft = Readonly<{
  plan: Plan;
  base: Plan;
  changes: readonly PlanChange[];
  /** Whether somebody else saved meanwhile: the draft must be merged before it can be saved. */
  isOvertaken: boolean;
  edit(change: (plan: Plan) => Plan): void;
  /** Our changes on top of theirs. */
  bringAlong(theirs: Plan): void;
  discard(): void;
}>;

export function usePlanDraft(current: Plan): PlanDraft {
  const draft = useDraft<Kept>('plan', { base: current, plan: current });
  const { base, plan } = afterPause(draft.value, current);
  const keep = (kept: Kept): void =>
    changesBetween(kept.base, kept.plan).length > 0 ? draft.set(kept) : draft.discard();
  return {
    ...{
      plan,
      base,
      changes: changesBetween(base, plan),
      isOvertaken: base.version !== current.version,
      discard: draft.discard,
    },
    edit: (change) => keep({ base, plan: change(plan) }),
    bringAlong: (theirs) => keep({ base: theirs, plan: merged({ base, mine: plan, theirs }) }),
  };
}

/** Pausing or resuming saves a version, too: the draft moves on to it and keeps its pause. */
function afterPause({ base, plan }: Kept, current: Plan): Kept {
  const sinceThen = changesBetween(base, current);
  if (sinceThen.some(({ field }) => field !== 'paused')) return { base, plan };
  return { base: current, plan: { ...plan, version: current.version, paused: current.paused } };
}

export const withStep =
  (id: string, change: (step: Step) => Step): ((plan: Plan) => Plan) =>
  (plan) => ({ ...plan, steps: plan.steps.map((step) => (step.id === id ? change(step) : step)) });
