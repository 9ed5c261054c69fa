import type { Instant } from '#domain/calendar/dates';
import type { PlanVersion } from '#domain/plan/plan';
import type { Page } from '#flows/ports';

export type PlanStore = {
  /** The version in force. */
  current(): Promise<PlanVersion | undefined>;
  /** In force or not. */
  version(version: number): Promise<PlanVersion | undefined>;
  /** All versions in force from `since` on, and the one in force at `since`; newest first. */
  inForceSince(since: Instant): Promise<readonly PlanVersion[]>;
  /** All versions, proposals too, below `before`; newest first. */
  versions(before: number | null): Promise<Page<PlanVersion>>;
  /** Saves `next.plan` as current if the stored one is still the one it replaces (none, for the first) and its number is free; else false. */
  save(next: PlanVersion): Promise<boolean>;
  /** Keeps a version that waits for its approval, under the same conditions. */
  propose(next: PlanVersion): Promise<boolean>;
  /** Makes a proposal current if the stored one is still the one it replaces; else false. */
  approve(approved: PlanVersion): Promise<boolean>;
};

export type PlanReader = Pick<PlanStore, 'current' | 'version' | 'inForceSince'>;

export type LayoutStore = {
  /** Writes the number of shards if none was written before; answers the one that is written. */
  shards(wanted: number): Promise<number>;
};
