import { addDays, addSeconds, type CalendarDate, instantAt } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { closesAfterPauses, closesAt } from '#domain/plan/catch-up';
import { firingTimes, mayTextNow } from '#domain/plan/due-steps';
import type { PlanVersion } from '#domain/plan/plan-version';
import { isConfirmation } from '#domain/sending/reminder';
import { type Slice, sliceSortKey } from '#domain/sending/slice';
import { isLeftLying, waitsForItsTurn } from '#domain/sending/turn';
import type { Settings } from '#domain/settings';
import type { Clock } from '#flows/ports';
import { firingsOn, type PlanRunPorts, planInForce, slicesOf } from '#flows/sending/plan-run';
import { takeUpWithheld } from '#flows/sending/watching/take-up-withheld';

type DayPorts = PlanRunPorts & Readonly<{ clock: Clock }>;

/** A firing this young is still with its own schedule: the watchdog leaves it alone. */
const graceSeconds = 300;

/** `behind`: slices of all days that changes of the plan ask for, instead of a schedule. */
type Day = Readonly<{
  zone: Zone;
  date: CalendarDate;
  versions: readonly PlanVersion[];
  behind: readonly Slice[];
}>;

/** `closed`: the day's last window is over and each stored slice is closed. */
export type Watched = Readonly<{ broughtBack: number; queued: readonly Slice[]; closed: boolean }>;

export async function watchDay(day: Day, ports: DayPorts, settings: Settings): Promise<Watched> {
  const { zone, date, versions } = day;
  const now = ports.clock.now();
  const lastPlan =
    planInForce(versions, instantAt(zone, addDays(date, 1), '00:00')) ?? versions.at(-1);
  if (!lastPlan) return { broughtBack: 0, queued: [], closed: true };
  const due = addSeconds(now, -graceSeconds);
  const over = due >= closesAt(day, lastPlan.plan);
  const scheduled = wantedOn(day, due, settings);
  const wanted = [...scheduled, ...behindOn(day, now)];
  if (wanted.length === 0 && !over) return { broughtBack: 0, queued: [], closed: false };
  const { stored, missing } = await openMissing(day, wanted, ports);
  const lying = stored.filter((slice) => isLeftLying(slice, now) && !waitsForItsTurn(slice, now));
  const moment = { versions, now, settings };
  const open = [...lying, ...missing].filter((slice) => isWorkable(slice, moment));
  const takenUp = await takeUpWithheld(stored, moment, ports);
  await ports.queue.put([...open, ...takenUp]);
  // Slices that wait for their turn are queued again to be safe; only those whose holder is gone,
  // or whose schedule never fired, were brought back.
  const lost = missing.filter((slice) => scheduled.includes(slice));
  const broughtBack = lost.length + open.filter(({ holder }) => holder !== null).length;
  return {
    broughtBack,
    queued: open,
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

const behindOn = ({ zone, date, behind }: Day, now: string): readonly Slice[] =>
  behind.filter((each) => each.zone === zone && each.date === date && each.scheduledAt <= now);

async function openMissing({ zone, date }: Day, wanted: readonly Slice[], { slices }: DayPorts) {
  const stored = await slices.list(zone, date);
  const there = new Set(stored.map(sliceSortKey));
  const missing = wanted.filter((slice) => !there.has(sliceSortKey(slice)));
  await slices.open(missing);
  return { stored, missing };
}

type Moment = Readonly<{ versions: readonly PlanVersion[]; now: string; settings: Settings }>;

/**
 * A slice can be closed after its last window; before, it goes on while texts may leave. Those of
 * confirmations go on once reminders have left. One whose holder is gone comes back at any hour:
 * it may hold money for which others wait.
 */
function isWorkable(slice: Slice, { versions, now, settings }: Moment): boolean {
  const planned = versions.find(({ plan }) => plan.version === slice.planVersion);
  const current = versions[0];
  if (!planned || !current) return false;
  if (slice.state === 'closing') return true;
  if (now >= closesAfterPauses(slice, planned.plan, { versions, settings })) return true;
  if (slice.state === 'open' && slice.holder !== null) return true;
  if (isConfirmation(slice)) return false;
  return slice.state === 'open' && mayTextNow(slice.zone, { plan: current.plan, now, settings });
}
