import type { Instant } from '#domain/calendar/dates';
import type { Plan, PlanContent } from '#domain/plan/plan';

/** Catch-up works under the plan in force at the scheduled time. */
export type PlanVersion = Readonly<{
  plan: Plan;
  savedAt: Instant;
  /** An id. Old rows have no `savedByName`. */
  savedBy: string;
  savedByName?: string | undefined;
  /** The version it replaces, where proposals stand between the two. */
  replaces?: number | undefined;
  /** Null while a needed second admin has not approved; absent where none is needed. */
  approval?: Readonly<{ by: string; byName?: string | undefined; at: Instant }> | null | undefined;
}>;

/** When it came into force; null for a proposal that was never approved. */
export const heldFrom = ({ savedAt, approval }: PlanVersion): Instant | null =>
  approval === undefined ? savedAt : (approval?.at ?? null);

export const replacedBy = ({ plan, replaces }: PlanVersion): number => replaces ?? plan.version - 1;

export type PlanStatus = 'current' | 'superseded' | 'pending';

/** A proposal is pending while the version that it would replace is current. */
export function planStatus(version: PlanVersion, current: PlanVersion): PlanStatus {
  if (version.plan.version === current.plan.version) return 'current';
  return heldFrom(version) === null && replacedBy(version) === current.plan.version
    ? 'pending'
    : 'superseded';
}

/** What workers read, and when: a second admin checks these. */
export const touchesTexts = (before: PlanContent, after: PlanContent): boolean =>
  !isSame(before.steps, after.steps) || !isSame(before.paidText, after.paidText);

export const isSamePlan = (left: PlanContent, right: PlanContent): boolean =>
  isSame({ ...left, version: 0 }, { ...right, version: 0 });

type Fields = Readonly<Record<string, unknown>>;

/** Whatever the order of fields; an undefined field counts as absent. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return left === right;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSame((left as Fields)[name], (right as Fields)[name]));
}
