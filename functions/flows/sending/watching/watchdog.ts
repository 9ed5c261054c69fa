import pMap from 'p-map';
import { addDays, type CalendarDate, localDate } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import { firingsBehind, historyBefore, standingsOf } from '#domain/plan/standings';
import { budgetMonth, budgetThreshold } from '#domain/sending/budget';
import type { Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { Clock } from '#flows/ports';
import { type PlanRunPorts, slicesBehind } from '#flows/sending/plan-run';
import type { Metrics } from '#flows/sending/sms-port';
import { type HandOverPorts, handOverRelocated } from '#flows/sending/watching/hand-over-relocated';
import {
  type ConfirmingPorts,
  openConfirmations,
} from '#flows/sending/watching/open-confirmations';
import { type Watched, watchDay } from '#flows/sending/watching/watch-day';

export type WatchdogPorts = PlanRunPorts &
  HandOverPorts &
  ConfirmingPorts &
  Readonly<{ clock: Clock; metrics: Metrics }>;

/**
 * It reads slices, not workers, and keeps a watermark per zone, so that an outage of any length
 * leaves nobody without a row. Answers how many slices were brought back.
 */
export async function watch(ports: WatchdogPorts, settings: Settings): Promise<number> {
  const watermarks = await ports.slices.watermarks(zones);
  const oldest = [...watermarks.values()].sort()[0];
  const versions = await ports.plans.inForceSince(
    oldest && watermarks.size === zones.length ? historyBefore(oldest) : '',
  );
  const first = versions.at(-1);
  if (!first) return 0;
  const behind = firingsBehind(standingsOf(versions, settings)).flatMap((each) =>
    slicesBehind(each, settings),
  );
  const catchUpDays = Math.max(...versions.map(({ plan }) => plan.catchUpDays));
  const ofZones = await pMap(zones, async (zone) => {
    const from =
      watermarks.get(zone) ?? addDays(localDate(zone, heldFrom(first) ?? first.savedAt), -1);
    const moved = { zone, since: addDays(from, -catchUpDays), catchUpDays };
    await handOverRelocated(moved, ports, settings);
    return watchZone({ zone, watermark: from, versions, behind }, ports, settings);
  });
  const { plan } = versions[0] ?? first;
  const queued = ofZones.flatMap((watched) => watched.queued);
  const lost = await openConfirmations({ plan, queued }, ports, settings);
  const broughtBack = ofZones.reduce((sum, watched) => sum + watched.broughtBack, lost);
  ports.metrics.count('requeued', broughtBack);
  await tellOfBudget(versions[0] ?? first, ports, settings);
  return broughtBack;
}

async function tellOfBudget(
  { plan }: PlanVersion,
  { slices, clock, metrics }: WatchdogPorts,
  settings: Settings,
): Promise<void> {
  if (plan.monthlyBudgetRupiah === null) return;
  const { spent } = await slices.budget(budgetMonth(clock.now()));
  const threshold = budgetThreshold({ spent, plan }, settings);
  if (threshold) metrics.count(`budget-${threshold}`, 1);
}

type Zoned = Readonly<{
  zone: Zone;
  watermark: CalendarDate;
  versions: readonly PlanVersion[];
  behind: readonly Slice[];
}>;

async function watchZone(
  { watermark, ...zoned }: Zoned,
  ports: WatchdogPorts,
  settings: Settings,
): Promise<Pick<Watched, 'broughtBack' | 'queued'>> {
  const { zone } = zoned;
  const today = localDate(zone, ports.clock.now());
  let through = watermark;
  let broughtBack = 0;
  const queued: Slice[] = [];
  for (let date = addDays(watermark, 1); date <= today; date = addDays(date, 1)) {
    const day = await watchDay({ ...zoned, date }, ports, settings);
    broughtBack += day.broughtBack;
    queued.push(...day.queued);
    if (day.closed && through === addDays(date, -1)) through = date;
  }
  if (through !== watermark) await ports.slices.moveWatermark(zone, through);
  return { broughtBack, queued };
}
