import type { BehindView } from '#domain/plan/behind/behind-view';
import type { Plan, Step } from '#domain/plan/plan';
import { asAdmin } from './calls.ts';
import type { TestStage } from './stage.ts';

export type SavedPlan = Plan & Readonly<{ behind: readonly BehindView[] }>;

type Asked = Pick<TestStage, 'ask'>;

export const currentPlan = (stage: Asked): Promise<Plan> =>
  stage.ask('GET', '/api/plan', asAdmin());

export const putPlan = (stage: Asked, plan: Plan): Promise<SavedPlan> =>
  stage.ask('PUT', '/api/plan', {
    ...asAdmin(plan),
    headers: { 'if-match': String(plan.version) },
  });

export const savePlan = async (stage: Asked, facts: Partial<Plan>): Promise<SavedPlan> =>
  putPlan(stage, { ...(await currentPlan(stage)), ...facts });

const withStep = (plan: Plan, id: string, facts: Partial<Step>): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? { ...step, ...facts } : step)),
});

export const saveStep = async (
  stage: Asked,
  id: string,
  facts: Partial<Step>,
): Promise<SavedPlan> => putPlan(stage, withStep(await currentPlan(stage), id, facts));

/** `pause`, `resume`, `restore` or `approve`. */
export const actOnPlan = (stage: Asked, act: string, version?: number): Promise<SavedPlan> =>
  stage.ask('POST', `/api/plan/${act}`, asAdmin(version === undefined ? undefined : { version }));

export const previewOf = (
  stage: Asked,
  plan: Plan,
  [from, to]: readonly [string, string],
): Promise<
  Readonly<{
    behind: readonly BehindView[];
    days: readonly Readonly<{ date: string; step: string; reminders: number }>[];
  }>
> => stage.ask('POST', '/api/plan/preview', asAdmin({ plan, from, to }));
