import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import { type Applied, followPlan } from '#flows/plan/apply-plan';
import type { Changed, Conflict, Hand } from '#flows/plan/change-plan';
import type { ScheduleStore } from '#flows/plan/schedule-store';
import { type BehindPorts, behindUnder, countBehind, showWithheld } from '#flows/plan/show-behind';

/**
 * `behind`: whose step has passed by now · `withheld`: whom its list keeps from texts ·
 * `schedules`: how they followed, or why not; absent for a pause and a proposal.
 */
export type Saved = Changed &
  Readonly<{
    behind: readonly BehindView[];
    withheld: WithheldView | null;
    schedules?: Applied | Readonly<{ error: Error }>;
  }>;

type Saving = Readonly<{
  ports: Hand['ports'] & BehindPorts & Readonly<{ schedules: ScheduleStore }>;
  settings: Hand['settings'];
}>;

type Change = () => Promise<Changed | Conflict>;

/** Where the schedules cannot follow now, the nightly apply-plan heals it. */
export const saveAndFollow = (change: Change, saving: Saving): Promise<Saved | Conflict> =>
  saved(change, saving, async ({ status, version: { plan } }) => {
    if (status !== 'current') return {};
    return {
      schedules: await followPlan(plan, saving.ports).catch((error: Error) => ({ error })),
    };
  });

/** The schedules are the same for a paused plan, so the kill switch does not wait for them. */
export const saveAndTell = (change: Change, saving: Saving): Promise<Saved | Conflict> =>
  saved(change, saving, async () => ({}));

async function saved(
  change: Change,
  { ports, settings }: Saving,
  follow: (changed: Changed) => Promise<Pick<Saved, 'schedules'>>,
): Promise<Saved | Conflict> {
  const now = ports.clock.now();
  const changed = await change();
  if (changed.status === 'conflict') return changed;
  const followed = await follow(changed);
  const { plan } = changed.version;
  const behind = await behindUnder(plan, now, { ports, settings });
  const withheld = await showWithheld(plan, now, { ports, settings });
  return { ...changed, ...followed, behind: await countBehind(behind, ports), withheld };
}
