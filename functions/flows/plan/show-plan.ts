import type { Plan } from '#domain/plan/plan';
import {
  type PlanStatus,
  type PlanVersion,
  planStatus,
  replacedBy,
} from '#domain/plan/plan-version';
import { currentVersion } from '#flows/plan/current-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Page } from '#flows/ports';

/** `replaces`: whose place it took or is to take. */
export type VersionView = Readonly<{
  version: number;
  status: PlanStatus;
  savedAt: string;
  savedBy: string;
  savedByName: string | null;
  approvedAt: string | null;
  approvedBy: string | null;
  approvedByName: string | null;
  replaces: number | null;
  plan: Plan;
}>;

/** Newest first; `before` is the `next` of the page before. */
export async function planVersions(
  before: number | null,
  plans: Pick<PlanStore, 'current' | 'versions'>,
): Promise<Page<VersionView>> {
  const [current, { items, next }] = await Promise.all([
    currentVersion(plans),
    plans.versions(before),
  ]);
  return { items: items.map((version) => viewOf(version, current)), next };
}

function viewOf(version: PlanVersion, current: PlanVersion): VersionView {
  const { plan, savedAt, savedBy, savedByName = null, approval } = version;
  return {
    version: plan.version,
    status: planStatus(version, current),
    savedAt,
    savedBy,
    savedByName,
    approvedAt: approval?.at ?? null,
    approvedBy: approval?.by ?? null,
    approvedByName: approval?.byName ?? null,
    replaces: plan.version === 1 ? null : replacedBy(version),
    plan,
  };
}
