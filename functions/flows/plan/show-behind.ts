import { type Instant, localDate } from '#domain/calendar/dates';
import { type Behind, standingAfter } from '#domain/plan/behind';
import { type BehindView, behindViews } from '#domain/plan/behind-view';
import { heldUp } from '#domain/plan/held-up';
import type { Plan } from '#domain/plan/plan';
import { historyBefore, standingsOf } from '#domain/plan/standings';
import type { SegmentCounts } from '#domain/preview/preview';
import type { Settings } from '#domain/settings';
import type { PlanStore } from '#flows/plan/plan-store';
import type { CountStore } from '#flows/renewals/count-store';

type Plans = Readonly<{ plans: Pick<PlanStore, 'inForceSince'> }>;
type Counts = Readonly<{ counts: Pick<CountStore, 'members'> }>;
export type BehindPorts = Plans & Counts;

/** Still to come under the version in force, or under a draft as if it were saved at `now`. */
export async function behindUnder(
  plan: Plan,
  now: Instant,
  { ports: { plans }, settings }: Readonly<{ ports: Plans; settings: Settings }>,
): Promise<readonly Behind[]> {
  const versions = await plans.inForceSince(historyBefore(localDate('Asia/Jakarta', now)));
  const standings = standingsOf(versions, settings);
  const saved = standings.findIndex((each) => each.plan.version === plan.version);
  const earlier = saved < 0 ? standings : standings.slice(0, saved);
  const change = standings[saved] ?? { plan, from: now };
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
