import { type CalendarDate, instantAt, localDate, localTime } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { dueSteps } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import { rulesOf } from '#domain/plan/rules';
import type { firingsBehind } from '#domain/plan/standings';
import { type Slice, type SliceKey, sliceSortKey } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { PlanReader } from '#flows/plan/plan-store';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';

export type PlanRunPorts = Readonly<{ plans: PlanReader; slices: SliceStore; queue: SliceQueue }>;

/** The local date of the scheduled time decides what is due, however late the firing arrives. */
export type Firing = Readonly<{ zone: Zone; time: string; scheduledAt: string }>;

/** Puts missing slices and queues unfinished ones: safe to repeat. Answers how many were queued. */
export async function planRun(
  firing: Firing,
  { plans, slices, queue }: PlanRunPorts,
  settings: Settings,
): Promise<number> {
  const inForce = planInForce(await plans.inForceSince(firing.scheduledAt), firing.scheduledAt);
  if (!inForce) return 0;
  const wanted = slicesOf(firing, inForce.plan, settings);
  if (wanted.length === 0) return 0;
  await slices.open(wanted);
  const keys = new Set(wanted.map(sliceSortKey));
  const stored = await slices.list(firing.zone, localDate(firing.zone, firing.scheduledAt));
  const open = stored.filter(
    (slice) => keys.has(sliceSortKey(slice)) && slice.state === 'open' && slice.holder === null,
  );
  await queue.put(open);
  return open.length;
}

/** Null before the first version. `versions` are newest first. */
export const planInForce = (versions: readonly PlanVersion[], at: string): PlanVersion | null =>
  versions.find((version) => heldBy(version, at)) ?? null;

const heldBy = (version: PlanVersion, at: string): boolean => {
  const from = heldFrom(version);
  return from !== null && from <= at;
};

export function slicesOf(
  { zone, time, scheduledAt }: Firing,
  plan: Plan,
  settings: Settings,
): readonly Slice[] {
  const date = localDate(zone, scheduledAt);
  const steps = plan.steps.filter(({ at }) => at === time);
  return dueSteps(plan, date, rulesOf(plan, settings), steps).flatMap(({ step, month }) =>
    ofEachShard(
      { ...{ zone, date, time, step: step.id, month, scheduledAt }, planVersion: plan.version },
      settings,
    ),
  );
}

/** As if a schedule had been set for the next moment texts may leave. */
export const slicesBehind = (
  { zone, step, month, firesAt, owed, plan }: ReturnType<typeof firingsBehind>[number],
  settings: Settings,
): readonly Slice[] =>
  ofEachShard(
    {
      ...{ zone, date: localDate(zone, firesAt), time: localTime(zone, firesAt), step, month },
      ...{ planVersion: plan.version, scheduledAt: firesAt },
      ...(owed === 'row' ? ({ state: 'closing', rescheduled: true } as const) : {}),
    },
    settings,
  );

type Opened = Omit<SliceKey, 'shard'> &
  Pick<Slice, 'planVersion' | 'scheduledAt'> &
  Partial<Pick<Slice, 'state' | 'rescheduled'>>;

const ofEachShard = (opened: Opened, { shards }: Settings): readonly Slice[] =>
  Array.from({ length: shards }, (_, shard) => ({ ...neverBegun, ...opened, shard }));

export const neverBegun = {
  state: 'open',
  cursor: null,
  inFlight: [],
  reserved: 0,
  spent: 0,
  tickets: 0,
  holder: null,
  leaseUntil: null,
  counts: {},
  rev: 0,
} as const;

export const firingsOn = (
  zone: Zone,
  date: CalendarDate,
  times: readonly string[],
): readonly Firing[] =>
  times.map((time) => ({ zone, time, scheduledAt: instantAt(zone, date, time) }));
