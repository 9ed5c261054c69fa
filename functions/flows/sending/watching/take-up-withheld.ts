import pMap from 'p-map';
import type { Instant } from '#domain/calendar/dates';
import { closesAfterPauses } from '#domain/plan/catch-up';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { PlanVersion } from '#domain/plan/plan-version';
import { stepOf } from '#domain/plan/step-of';
import type { Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { SliceStore } from '#flows/sending/slice-store';

/** `versions`: newest first. */
type Moment = Readonly<{ versions: readonly PlanVersion[]; now: Instant; settings: Settings }>;

/**
 * A slice that passed people not on the plan's list begins anew once the list is off or another:
 * whoever has a row is passed. It says what the plan says now: the text may be a corrected one.
 */
export async function takeUpWithheld(
  stored: readonly Slice[],
  moment: Moment,
  { slices }: Readonly<{ slices: Pick<SliceStore, 'save'> }>,
): Promise<readonly Slice[]> {
  const [current] = moment.versions;
  if (!current) return [];
  const waiting = stored.filter((slice) => mayGoOn(slice, current.plan, moment));
  const begun = await pMap(waiting, (slice) => beginAnew(slice, current.plan, moment, slices), {
    concurrency: 16,
  });
  return begun.flat();
}

function mayGoOn(slice: Slice, current: Plan, { versions, now, settings }: Moment): boolean {
  const { withheld, planVersion, state, zone } = slice;
  if (state !== 'finished' || !withheld || !stepOf(current, slice.step)?.enabled) return false;
  const under = (version: number) => versions.find(({ plan }) => plan.version === version)?.plan;
  if (isSameList(under(withheld.version), current)) return false;
  const planned = under(planVersion);
  if (!planned || now >= closesAfterPauses(slice, planned, { versions, settings })) return false;
  return mayTextNow(zone, { plan: current, settings, now });
}

const isSameList = (before: Plan | undefined, now: Plan): boolean =>
  JSON.stringify(before?.onlyTo) === JSON.stringify(now.onlyTo);

/** Empty where somebody else has written it since. */
async function beginAnew(
  slice: Slice,
  { version }: Plan,
  { now }: Moment,
  slices: Pick<SliceStore, 'save'>,
): Promise<readonly Slice[]> {
  const saved = await slices.save({
    ...{ ...slice, state: 'open', cursor: null, withheld: undefined },
    ...{ anew: true, planVersion: version, queuedAt: now },
  });
  return saved.status === 'saved' ? [saved.slice] : [];
}
