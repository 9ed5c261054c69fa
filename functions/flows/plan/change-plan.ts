import type { Plan, PlanContent } from '#domain/plan/plan';
import { isSamePlan, type PlanVersion, planStatus, touchesTexts } from '#domain/plan/plan-version';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { acceptedPlan } from '#flows/plan/accept-plan';
import { currentVersion, versionNumbered } from '#flows/plan/current-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

type PlanPorts = Readonly<{ plans: PlanStore; clock: Clock }>;

/** `current`: in force now, perhaps already · `pending`: waits for another admin. */
export type Changed = Readonly<{ status: 'current' | 'pending'; version: PlanVersion }>;

export type Conflict = Readonly<{ status: 'conflict'; yours: Plan; current: Plan }>;

export type Hand = Readonly<{ by: string; byName?: string; ports: PlanPorts; settings: Settings }>;

/** `version`: the one the admin had before them. The same content again writes nothing. */
export async function replacePlan(
  draft: unknown,
  version: number,
  hand: Hand,
): Promise<Changed | Conflict> {
  const yours = await acceptedPlan(draft, hand);
  return change(hand, async ({ plan: current }) =>
    // A call that broke off after its save comes again: its schedules still have to follow.
    current.version === version || isSamePlan(yours, current)
      ? yours
      : { status: 'conflict', yours: { ...yours, version }, current },
  );
}

/** As a new version. `paused` stays: restoring a text must not let texts out. */
export async function restorePlan(version: number, hand: Hand): Promise<Changed | Conflict> {
  const { plan } = await versionNumbered(version, hand.ports.plans);
  return change(hand, (current) => acceptedPlan({ ...plan, paused: current.plan.paused }, hand));
}

/** The kill switch: read before every ten workers. What it stopped goes on after `false`. */
export const setPaused = (paused: boolean, hand: Hand): Promise<Changed | Conflict> =>
  change(hand, async ({ plan }) => ({ ...plan, paused }));

/** Each save is conditional on the version it replaces and on a free number. */
function change(
  hand: Hand,
  make: (current: PlanVersion) => Promise<PlanContent | Conflict>,
): Promise<Changed | Conflict> {
  return retryOnConflict<Changed | Conflict>(
    async () => {
      const current = await currentVersion(hand.ports.plans);
      const made = await make(current);
      return 'status' in made ? made : write(made, current, hand);
    },
    () => {
      throw refused('conflict', problem('plan-busy'));
    },
  );
}

/** Undefined where somebody else has written meanwhile. */
async function write(
  content: PlanContent,
  current: PlanVersion,
  { by, byName, ports: { plans, clock }, settings }: Hand,
): Promise<Changed | undefined> {
  if (isSamePlan(content, current.plan)) return { status: 'current', version: current };
  const { items } = await plans.versions(null);
  const next = {
    plan: { ...content, version: (items[0]?.plan.version ?? 0) + 1 },
    savedAt: clock.now(),
    savedBy: by,
    savedByName: byName,
    replaces: current.plan.version,
  };
  if (settings.approval && touchesTexts(current.plan, content))
    return propose(next, { current, items }, plans);
  return (await plans.save(next)) ? { status: 'current', version: next } : undefined;
}

type History = Readonly<{ current: PlanVersion; items: readonly PlanVersion[] }>;

/** The same proposal twice is one. */
async function propose(
  next: PlanVersion,
  { current, items }: History,
  plans: PlanStore,
): Promise<Changed | undefined> {
  const waiting = items.find(
    (each) => planStatus(each, current) === 'pending' && isSamePlan(each.plan, next.plan),
  );
  if (waiting) return { status: 'pending', version: waiting };
  const proposal = { ...next, approval: null };
  return (await plans.propose(proposal)) ? { status: 'pending', version: proposal } : undefined;
}
