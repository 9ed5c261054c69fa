import { localDate } from '#domain/calendar/dates';
import {
  isSamePlan,
  type Plan,
  type PlanContent,
  type PlanVersion,
  planStatus,
  replacedBy,
  touchesTexts,
} from '#domain/plan/plan';
import { checkPlan, hasNewSteps } from '#domain/plan/plan-check';
import { problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { currentVersion } from '#flows/plan/current-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

type PlanPorts = Readonly<{ plans: PlanStore; clock: Clock }>;

/** `current`: in force from now on (or it was already, and nothing was written) · `pending`: in force once another admin approves it. */
export type Changed = Readonly<{ status: 'current' | 'pending'; version: PlanVersion }>;

/** Somebody else was first: both, so that who came second can choose. */
export type Conflict = Readonly<{ status: 'conflict'; yours: Plan; current: Plan }>;

type Judge = Readonly<{
  ports: Readonly<{ plans: Pick<PlanStore, 'current' | 'inForceSince'>; clock: Clock }>;
  settings: Settings;
}>;

/** Who changes the plan (their id, and how they are called), and by which means. */
export type Hand = Readonly<{ by: string; byName?: string; ports: PlanPorts; settings: Settings }>;

/**
 * Replaces the plan as a whole; `version` is the one that the admin had before them. A faulty draft is refused with every fault by its place. The same
 * content again writes nothing.
 */
export async function replacePlan(
  draft: unknown,
  version: number,
  hand: Hand,
): Promise<Changed | Conflict> {
  const yours = await accepted(draft, hand);
  return change(hand, async ({ plan: current }) =>
    current.version === version
      ? yours
      : { status: 'conflict', yours: { ...yours, version }, current },
  );
}

/** Goes back to what a version said, as a new version. `paused` stays as it is: to go back to a text must not let texts out. */
export async function restorePlan(version: number, hand: Hand): Promise<Changed | Conflict> {
  const { plan } = await versionNumbered(version, hand.ports);
  return change(hand, (current) => accepted({ ...plan, paused: current.plan.paused }, hand));
}

/** The kill switch: read before every ten workers, so that no text leaves any more a moment later. What was stopped goes on after `false`. */
export const setPaused = (paused: boolean, hand: Hand): Promise<Changed | Conflict> =>
  change(hand, async ({ plan }) => ({ ...plan, paused }));

/** Puts a proposal in force. Again: nothing happens. Nobody approves their own, and none that the plan has moved on from. */
export async function approvePlan(
  version: number,
  { by, byName, ports }: Omit<Hand, 'settings'>,
): Promise<Changed> {
  const proposal = await versionNumbered(version, ports);
  const current = await currentVersion(ports.plans);
  const status = planStatus(proposal, current);
  if (status === 'current') return { status: 'current', version: current };
  if (status === 'superseded') throw tooLate(proposal, current);
  if (proposal.savedBy === by) throw refused('forbidden', problem('own-proposal', { version }));
  const approved = { ...proposal, approval: { by, byName, at: ports.clock.now() } };
  if (await ports.plans.approve(approved)) return { status: 'current', version: approved };
  // Somebody was faster: with this one, or with another that takes its place.
  const now = await currentVersion(ports.plans);
  if (now.plan.version !== version) throw tooLate(proposal, now);
  return { status: 'current', version: now };
}

const tooLate = (proposal: PlanVersion, { plan }: PlanVersion): Refused =>
  refused(
    'conflict',
    problem('proposal-overtaken', {
      version: proposal.plan.version,
      follows: replacedBy(proposal),
      current: plan.version,
    }),
  );

async function versionNumbered(version: number, { plans }: PlanPorts): Promise<PlanVersion> {
  const found = await plans.version(version);
  if (!found) throw refused('not-found', problem('no-such-version', { version }));
  return found;
}

/** The draft as a plan. Refused with every fault by its place. */
export async function accepted(
  draft: unknown,
  { ports: { plans, clock }, settings }: Judge,
): Promise<PlanContent> {
  const current = await plans.current();
  const isKnown = current && !hasNewSteps(draft, current.plan);
  const earlier = isKnown ? [current] : await plans.inForceSince('');
  const checked = checkPlan(draft, {
    earlier: earlier.map(({ plan }) => plan),
    settings,
    today: localDate('Asia/Jakarta', clock.now()),
  });
  if ('plan' in checked) return checked.plan;
  throw refused('invalid', ...checked.faults);
}

/** Every save is conditional on the version it replaces and on a number that nobody has taken, and worked out anew where that does not hold. */
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
  hand: Hand,
): Promise<Changed | undefined> {
  const {
    by,
    byName,
    ports: { plans, clock },
    settings,
  } = hand;
  if (isSamePlan(content, current.plan)) return { status: 'current', version: current };
  const { items } = await plans.versions(null);
  const version = (items[0]?.plan.version ?? 0) + 1;
  const next = {
    plan: { ...content, version },
    savedAt: clock.now(),
    savedBy: by,
    savedByName: byName,
    replaces: current.plan.version,
  };
  if (!settings.approval || !touchesTexts(current.plan, content))
    return (await plans.save(next)) ? { status: 'current', version: next } : undefined;
  const waiting = items.find(
    (each) => planStatus(each, current) === 'pending' && isSamePlan(each.plan, content),
  );
  if (waiting) return { status: 'pending', version: waiting };
  const proposal = { ...next, approval: null };
  return (await plans.propose(proposal)) ? { status: 'pending', version: proposal } : undefined;
}
