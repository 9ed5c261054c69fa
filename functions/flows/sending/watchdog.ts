import pMap from 'p-map';
import {
  addDays,
  addSeconds,
  type CalendarDate,
  instantAt,
  localDate,
} from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { firingTimes, mayTextNow } from '#domain/plan/due-steps';
import { heldFrom, type PlanVersion } from '#domain/plan/plan';
import { budgetMonth, budgetThreshold } from '#domain/sending/budget';
import { type Slice, sliceSortKey } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { Clock } from '#flows/ports';
import { closesAt } from '#flows/sending/lease';
import { firingsOn, type PlanRunPorts, planInForce, slicesOf } from '#flows/sending/plan-run';
import type { Metrics } from '#flows/sending/sms-port';

export type WatchdogPorts = PlanRunPorts & Readonly<{ clock: Clock; metrics: Metrics }>;

/** A firing this young is still with its own schedule: the audit leaves it alone. */
const graceSeconds = 300;

/**
 * Brings back what stopped half-way and what never fired, and closes each day after its last window. It reads slice rows, not workers, and keeps
 * a mark per zone, so that an outage of any length leaves nobody without a row. Tells of the budget as well. Answers how many slices were brought back.
 */
export async function watch(ports: WatchdogPorts, settings: Settings): Promise<number> {
  const marks = await ports.slices.watermarks(zones);
  const oldest = [...marks.values()].sort()[0];
  // The local day begins up to nine hours before the day in UTC does.
  const versions = await ports.plans.inForceSince(
    oldest && marks.size === zones.length ? `${oldest}T00:00:00.000Z` : '',
  );
  const first = versions.at(-1);
  if (!first) return 0;
  const ofZones = await pMap(zones, (zone) => {
    const from = marks.get(zone) ?? addDays(localDate(zone, heldFrom(first) ?? first.savedAt), -1);
    return auditZone({ zone, watermarks: from, versions }, ports, settings);
  });
  const broughtBack = ofZones.reduce((sum, brought) => sum + brought, 0);
  ports.metrics.count('requeued', broughtBack);
  await tellOfBudget(versions[0] ?? first, ports);
  return broughtBack;
}

async function tellOfBudget(
  { plan: { monthlyBudgetRupiah } }: PlanVersion,
  { slices, clock, metrics }: WatchdogPorts,
): Promise<void> {
  if (monthlyBudgetRupiah === null) return;
  const { committed } = await slices.budget(budgetMonth(clock.now()));
  const mark = budgetThreshold(committed, monthlyBudgetRupiah);
  if (mark) metrics.count(`budget-${mark}`, 1);
}

type Zoned = Readonly<{
  zone: Zone;
  watermarks: CalendarDate;
  versions: readonly PlanVersion[];
}>;

async function auditZone(
  { zone, watermarks, versions }: Zoned,
  ports: WatchdogPorts,
  settings: Settings,
): Promise<number> {
  const today = localDate(zone, ports.clock.now());
  let mark = watermarks;
  let broughtBack = 0;
  for (let date = addDays(watermarks, 1); date <= today; date = addDays(date, 1)) {
    const day = await auditDay({ zone, date, versions }, ports, settings);
    broughtBack += day.broughtBack;
    if (day.closed && mark === addDays(date, -1)) mark = date;
  }
  if (mark !== watermarks) await ports.slices.moveWatermark(zone, mark);
  return broughtBack;
}

type Day = Readonly<{ zone: Zone; date: CalendarDate; versions: readonly PlanVersion[] }>;

/** `closed`: the day's last window is over and each of its slices is closed, or there are none. A day is never closed without a look at what is stored. */
async function auditDay(
  day: Day,
  ports: WatchdogPorts,
  settings: Settings,
): Promise<{ broughtBack: number; closed: boolean }> {
  const { zone, date, versions } = day;
  const now = ports.clock.now();
  const lastPlan =
    planInForce(versions, instantAt(zone, addDays(date, 1), '00:00')) ?? versions.at(-1);
  if (!lastPlan) return { broughtBack: 0, closed: true };
  const settled = addSeconds(now, -graceSeconds);
  const over = settled >= closesAt(day, lastPlan.plan);
  const wanted = wantedOn(day, settled, settings);
  if (wanted.length === 0 && !over) return { broughtBack: 0, closed: false };
  const { stored, missing } = await openMissing(day, wanted, ports);
  const open = [...stored, ...missing].filter(
    (slice) => isLeftLying(slice, now) && isWorkable(slice, { versions, now, settings }),
  );
  await ports.queue.put(open);
  // Those that wait for their turn are queued again for safety's sake; those whose holder is gone, or that never fired, had to be brought back.
  const broughtBack = missing.length + open.filter(({ holder }) => holder !== null).length;
  return {
    broughtBack,
    closed: over && [...stored, ...missing].every(({ state }) => state === 'closed'),
  };
}

/** What should be there by now, under the plan in force at each scheduled time. */
function wantedOn(
  { zone, date, versions }: Day,
  now: string,
  settings: Settings,
): readonly Slice[] {
  const times = new Set(versions.flatMap(({ plan }) => firingTimes(plan)));
  return firingsOn(zone, date, [...times])
    .filter(({ scheduledAt }) => scheduledAt <= now)
    .flatMap((firing) => {
      const inForce = planInForce(versions, firing.scheduledAt);
      return inForce ? slicesOf(firing, inForce.plan, settings) : [];
    });
}

async function openMissing(
  { zone, date }: Day,
  wanted: readonly Slice[],
  { slices }: WatchdogPorts,
) {
  const stored = await slices.list(zone, date);
  const there = new Set(stored.map(sliceSortKey));
  const missing = wanted.filter((slice) => !there.has(sliceSortKey(slice)));
  await slices.open(missing);
  return { stored, missing };
}

const isLeftLying = ({ state, leaseUntil }: Slice, now: string): boolean =>
  state !== 'closed' && (leaseUntil === null || leaseUntil <= now);

type Moment = Readonly<{ versions: readonly PlanVersion[]; now: string; settings: Settings }>;

/** After its last window any slice can be closed; before, an open one can go on while texts may leave. */
function isWorkable(slice: Slice, { versions, now, settings }: Moment): boolean {
  const planned = versions.find(({ plan }) => plan.version === slice.planVersion);
  const current = versions[0];
  if (!planned || !current) return false;
  if (now >= closesAt(slice, planned.plan)) return true;
  return slice.state === 'open' && mayTextNow(slice.zone, { plan: current.plan, now, settings });
}
