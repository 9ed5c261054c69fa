import { localDate } from '#domain/calendar/dates';
import { checkPlan, hasNewSteps } from '#domain/plan/checks/plan-check';
import type { PlanContent } from '#domain/plan/plan';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';

type Judge = Readonly<{
  ports: Readonly<{ plans: Pick<PlanStore, 'current' | 'inForceSince'>; clock: Clock }>;
  settings: Settings;
}>;

/** The draft as a plan; refused with each fault by its place. */
export async function acceptedPlan(
  draft: unknown,
  { ports: { plans, clock }, settings }: Judge,
): Promise<PlanContent> {
  const current = await plans.current();
  const isKnown = current && !hasNewSteps(draft, current.plan);
  const earlier = isKnown ? [current] : await plans.inForceSince('');
  const checked = checkPlan(draft, {
    earlier: earlier.map(({ plan }) => plan),
    settings,
    today: localDate('Asia/Jakarta', clock.now()),
  });
  if ('plan' in checked) return checked.plan;
  throw refused('invalid', ...checked.faults);
}
