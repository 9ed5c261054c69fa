import type { Instant } from '#domain/calendar/dates';
import type { PlanVersion } from '#domain/plan/plan-version';
import type { Page } from '#flows/ports';

export type PlanStore = {
  current(): Promise<PlanVersion | undefined>;
  /** In force or not. */
  version(version: number): Promise<PlanVersion | undefined>;
  /** All versions in force from `since` on, and the one in force at `since`; newest first. */
  inForceSince(since: Instant): Promise<readonly PlanVersion[]>;
  /** All versions, proposals too, below `before`; newest first. */
  versions(before: number | null): Promise<Page<PlanVersion>>;
  /** False where another version is current (for the first: any), or the number is taken. */
  save(next: PlanVersion): Promise<boolean>;
  /** Stores a version that waits for its approval, under the same conditions. */
  propose(next: PlanVersion): Promise<boolean>;
  /** False where the current version is not the one it replaces. */
  approve(approved: PlanVersion): Promise<boolean>;
};

export type PlanReader = Pick<PlanStore, 'current' | 'version' | 'inForceSince'>;
