import { type Applied, followPlan } from '#flows/plan/apply-plan';
import type { Changed, Conflict } from '#flows/plan/change-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { ScheduleStore } from '#flows/plan/schedule-store';

/** `schedules`: how they followed, or why they could not; absent for a pause and for a proposal. */
export type Saved = Changed & Readonly<{ schedules?: Applied | Readonly<{ error: Error }> }>;

/** Where the schedules cannot follow now, the nightly apply-plan heals it. */
export async function saveAndFollow(
  change: Promise<Changed | Conflict>,
  ports: Readonly<{ plans: Pick<PlanStore, 'current'>; schedules: ScheduleStore }>,
): Promise<Saved | Conflict> {
  const changed = await change;
  if (changed.status !== 'current') return changed;
  const schedules = await followPlan(changed.version.plan, ports).catch((error: Error) => ({
    error,
  }));
  return { ...changed, schedules };
}
