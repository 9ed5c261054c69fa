import pMap from 'p-map';
import type { PlannedOf, PlannedStep } from '#domain/plan/planned';
import type { PlanReader } from '#flows/plan/plan-store';

/** Reads each version that sent one of these once: versions stay, also those long replaced. */
export async function plannedSteps(
  sent: readonly PlannedStep[],
  plans: Pick<PlanReader, 'version'>,
): Promise<PlannedOf> {
  const versions = [...new Set(sent.map(({ planVersion }) => planVersion))];
  const found = await pMap(versions, (version) => plans.version(version), { concurrency: 10 });
  const steps = new Map(found.flatMap((each) => (each ? [[each.plan.version, each.plan]] : [])));
  return ({ step, planVersion }) => {
    const planned = steps.get(planVersion)?.steps.find(({ id }) => id === step);
    return planned ? { anchor: planned.anchor, offsetDays: planned.offsetDays } : null;
  };
}

/** Each with where its step stood when it was sent. */
export async function withPlanned<T extends PlannedStep>(
  sent: readonly T[],
  plans: Pick<PlanReader, 'version'>,
) {
  const plannedOf = await plannedSteps(sent, plans);
  return sent.map((each) => ({ ...each, planned: plannedOf(each) }));
}
