import type { Plan } from '#domain/plan/plan';
import type { PlanVersion } from '#domain/plan/plan-version';
import { type Rules, rulesOf } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import type { PlanReader } from '#flows/plan/plan-store';

/** There is always one: a deployment saves the first before anything else runs. */
export async function currentVersion(plans: Pick<PlanReader, 'current'>): Promise<PlanVersion> {
  const current = await plans.current();
  if (!current)
    throw new Error(
      'There is no plan yet: apply-plan saves the first one at deployment and has to run before ' +
        'anything else',
    );
  return current;
}

export const currentPlan = async (plans: Pick<PlanReader, 'current'>): Promise<Plan> =>
  (await currentVersion(plans)).plan;

export const currentRules = async (
  plans: Pick<PlanReader, 'current'>,
  settings: Settings,
): Promise<Rules> => rulesOf(await currentPlan(plans), settings);

export async function versionNumbered(
  version: number,
  plans: Pick<PlanReader, 'version'>,
): Promise<PlanVersion> {
  const found = await plans.version(version);
  if (!found) throw refused('not-found', problem('no-such-version', { version }));
  return found;
}
