import pMap from 'p-map';
import type { Plan } from '#domain/plan/plan';
import type { PlannedOf, PlannedStep } from '#domain/plan/planned';
import type { PlanReader } from '#flows/plan/plan-store';

/** Reads each version that sent one of these once: versions stay, also those long replaced. */
export async function plansOf(
  sent: readonly PlannedStep[],
  plans: Pick<PlanReader, 'version'>,
): Promise<ReadonlyMap<number, Plan>> {
  const versions = [...new Set(sent.map(({ planVersion }) => planVersion))];
  const found = await pMap(versions, (version) => plans.version(version), { concurrency: 10 });
  return new Map(found.flatMap((each) => (each ? [[each.plan.version, each.plan]] : [])));
}

export const plannedIn =
  (versions: ReadonlyMap<number, Plan>): PlannedOf =>
  ({ step, planVersion }) => {
    const planned = versions.get(planVersion)?.steps.find(({ id }) => id === step);
    return planned ? { anchor: planned.anchor, offsetDays: planned.offsetDays } : null;
  };

export const plannedSteps = async (
  sent: readonly PlannedStep[],
  plans: Pick<PlanReader, 'version'>,
): Promise<PlannedOf> => plannedIn(await plansOf(sent, plans));

/** Each with where its step stood when it was sent. */
export async function withPlanned<T extends PlannedStep>(
  sent: readonly T[],
  plans: Pick<PlanReader, 'version'>,
) {
  const plannedOf = await plannedSteps(sent, plans);
  return sent.map((each) => ({ ...each, planned: plannedOf(each) }));
}
