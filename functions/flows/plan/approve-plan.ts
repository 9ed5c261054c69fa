import { type PlanVersion, planStatus, replacedBy } from '#domain/plan/plan-version';
import { problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import type { Changed, Hand } from '#flows/plan/change-plan';
import { currentVersion, versionNumbered } from '#flows/plan/current-plan';

/** Nobody approves their own proposal, nor one that the plan has moved on from. */
export async function approvePlan(
  version: number,
  { by, byName, ports }: Omit<Hand, 'settings'>,
): Promise<Changed> {
  const proposal = await versionNumbered(version, ports.plans);
  const current = await currentVersion(ports.plans);
  const status = planStatus(proposal, current);
  if (status === 'current') return { status: 'current', version: current };
  if (status === 'superseded') throw tooLate(proposal, current);
  if (proposal.savedBy === by) throw refused('forbidden', problem('own-proposal', { version }));
  const approved = { ...proposal, approval: { by, byName, at: ports.clock.now() } };
  if (await ports.plans.approve(approved)) return { status: 'current', version: approved };
  // Somebody was faster.
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
