import { type Instant, localDate } from '#domain/calendar/dates';
import { type Behind, standingAfter } from '#domain/plan/behind/behind';
import { type BehindView, behindViews } from '#domain/plan/behind/behind-view';
import { heldUp } from '#domain/plan/behind/held-up';
import { type WithheldView, withheldUnder } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import { historyBefore, standingsOf } from '#domain/plan/standings';
import type { SegmentCounts } from '#domain/preview/texted';
import type { Settings } from '#domain/settings';
import type { PlanStore } from '#flows/plan/plan-store';
import type { CountStore } from '#flows/renewals/count-store';

type Plans = Readonly<{ plans: Pick<PlanStore, 'inForceSince'> }>;
type Counts = Readonly<{ counts: Pick<CountStore, 'members'> }>;
export type BehindPorts = Plans & Counts;

type Under<Ports> = Readonly<{ ports: Ports; settings: Settings }>;

/** The version in force, or a draft as if it were saved at `now`; and all before it. */
async function changeTo(plan: Plan, now: Instant, { ports: { plans }, settings }: Under<Plans>) {
  const versions = await plans.inForceSince(historyBefore(localDate('Asia/Jakarta', now)));
  const standings = standingsOf(versions, settings);
  const saved = standings.findIndex((each) => each.plan.version === plan.version);
  const earlier = saved < 0 ? standings : standings.slice(0, saved);
  return { earlier, change: standings[saved] ?? { plan, from: now } };
}

/** The workers whom a list of phones keeps from being texted; without a list nothing is read. */
export async function showWithheld(
  plan: Plan,
  now: Instant,
  under: Under<BehindPorts>,
): Promise<WithheldView | null> {
  if (plan.onlyTo === null) return null;
  const { earlier, change } = await changeTo(plan, now, under);
  const asked = { earlier, now, settings: under.settings };
  return withheldUnder(change, asked, await membersCounted(under.ports));
}

/** Still to come. */
export async function behindUnder(
  plan: Plan,
  now: Instant,
  under: Under<Plans>,
): Promise<readonly Behind[]> {
  const { settings } = under;
  const { earlier, change } = await changeTo(plan, now, under);
  const before = earlier.at(-1);
  if (!before) return [];
  const { behind } = standingAfter(before, change, settings);
  return [...behind, ...heldUp(earlier, change, settings)].filter(
    ({ owed, firesAt }) => owed !== 'nothing' && firesAt >= now,
  );
}

/** Reads the counters only where somebody is behind. */
export const countBehind = async (
  behind: readonly Behind[],
  ports: Counts,
): Promise<readonly BehindView[]> =>
  behind.length === 0 ? [] : behindViews(behind, await membersCounted(ports));

export const membersCounted = async ({ counts }: Counts): Promise<SegmentCounts> =>
  (await counts.members()).flatMap(({ place, counts: { n = 0 } }) =>
    place.of === 'members' ? [{ like: place.like, workers: n }] : [],
  );
