import type { CountedRow, CounterItem } from '#domain/renewals/counts';
import type { ChangeBatch, CounterUpdate } from '#flows/renewals/count-store';

/**
 * Builds the counters anew from the rows. One recount holds the counting at a time; a new one takes
 * over, and the next change of the old one throws. So a recount that died is continued by the next.
 */
export type RecountStore = {
  /**
   * Nobody else counts from now on. True where an earlier recount broke off amid its changes: what
   * the counters said before it is lost.
   */
  hold(recount: string): Promise<boolean>;
  /** The whole table, strongly consistent, a page at a time. */
  walk(after: string | null): Promise<Walked>;
  /** As `CountStore.add`, by the holder, without the counts of stored rows. */
  pass(recount: string, tallied: Omit<CounterUpdate, 'counts'>): Promise<boolean>;
  /**
   * Writes the counters of all stored rows, and removes found ones that are not among them. In many
   * steps; safe to repeat.
   */
  replace(
    recount: string,
    right: readonly CounterItem[],
    found: readonly FoundItem[],
  ): Promise<void>;
  /** Lets the counting go on. */
  release(recount: string): Promise<void>;
};

/** Rows that are not counted, and broken ones, are left out. */
export type Walked = Readonly<{
  rows: readonly CountedRow[];
  found: readonly FoundItem[];
  next: string | null;
}>;

/**
 * A counter item as stored; several may be of one place. `item` is null where it cannot be read.
 */
export type FoundItem = Readonly<{ id: string; item: CounterItem | null }>;

export type ChangeStream = {
  /** What was written after these positions, a row's changes in their order. */
  since(position: (shard: string) => Promise<string | null>): Promise<readonly ChangeBatch[]>;
};
