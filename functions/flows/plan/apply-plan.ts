import { zones } from '#domain/calendar/zones';
import { firingTimes } from '#domain/plan/due-steps';
import { firstPlan } from '#domain/plan/first-plan';
import type { Plan } from '#domain/plan/plan';
import { scheduleName } from '#domain/plan/schedule-name';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Schedule, ScheduleStore } from '#flows/plan/schedule-store';
import type { Clock } from '#flows/ports';

export type ApplyPlanPorts = Readonly<{
  plans: Pick<PlanStore, 'current' | 'save'>;
  schedules: ScheduleStore;
  clock: Clock;
}>;

export type ApplyPlanOptions = Readonly<{ firstPlanPaused: boolean }>;

export type Applied = Readonly<{ put: readonly string[]; removed: readonly string[] }>;

/** At deployment and every night; the very first time it saves the first plan. Safe to repeat. */
export async function applyPlan(
  ports: ApplyPlanPorts,
  { firstPlanPaused }: ApplyPlanOptions,
): Promise<Applied> {
  return followPlan(await currentOrFirst(ports, firstPlanPaused), ports);
}

/** Safe to repeat and to run twice at once: where the plan has changed meanwhile it begins anew. */
export async function followPlan(
  plan: Plan,
  ports: Readonly<{ plans: Pick<PlanStore, 'current'>; schedules: ScheduleStore }>,
): Promise<Applied> {
  const applied = await reconcile(plan, ports.schedules);
  const current = await ports.plans.current();
  return current && current.plan.version !== plan.version
    ? followPlan(current.plan, ports)
    : applied;
}

async function reconcile(plan: Plan, schedules: ScheduleStore): Promise<Applied> {
  const wanted = schedulesOf(plan);
  const actual = await schedules.list();
  const intact = new Set(actual.filter((schedule) => schedule.intact).map(({ name }) => name));
  const put = wanted.filter(({ name }) => !intact.has(name));
  const names = new Set(wanted.map(({ name }) => name));
  const removed = actual.map(({ name }) => name).filter((name) => !names.has(name));
  for (const schedule of put) await schedules.put(schedule);
  for (const name of removed) await schedules.remove(name);
  return { put: put.map(({ name }) => name), removed };
}

async function currentOrFirst({ plans, clock }: ApplyPlanPorts, paused: boolean): Promise<Plan> {
  const current = await plans.current();
  if (current) return current.plan;
  const plan = firstPlan({ paused });
  // False: another apply was first, and its plan holds.
  await plans.save({ plan, savedAt: clock.now(), savedBy: 'deployment' });
  return (await plans.current())?.plan ?? plan;
}

const schedulesOf = (plan: Plan): readonly Schedule[] =>
  zones.flatMap((zone) =>
    firingTimes(plan).map((time) => ({ name: scheduleName({ zone, time }), zone, time })),
  );
