import type { CountedRow, CounterItem } from '#domain/renewals/counts';
import type { ChangeBatch, CounterUpdate } from '#flows/renewals/count-store';

/**
 * The counters, for who builds them anew from the rows. One recount holds the counting at a time: who begins one takes it over from another, whose next
 * change throws. So a recount that died is gone on with by the next.
 */
export type RecountStore = {
  /** From now on nobody else counts. True where an earlier recount broke off amid its changes: what the counters said before it is lost. */
  hold(recount: string): Promise<boolean>;
  /** The whole table, strongly consistent, a page at a time. */
  walk(after: string | null): Promise<Walked>;
  /** As `CountStore.add`, by who holds it, and without the counts of rows that are there. */
  pass(recount: string, tallied: Omit<CounterUpdate, 'counts'>): Promise<boolean>;
  /** Writes the counters of all rows that are there, and takes away those that were found and are not among them. In many steps; safe to repeat. */
  replace(
    recount: string,
    right: readonly CounterItem[],
    found: readonly FoundItem[],
  ): Promise<void>;
  /** Lets the counting go on. */
  release(recount: string): Promise<void>;
};

/** `next` where there is more. Rows and counters that are no such are left out, or have nothing in them. */
export type Walked = Readonly<{
  rows: readonly CountedRow[];
  found: readonly FoundItem[];
  next: string | null;
}>;

/** What counts rows that are there, as it lies in the table; several may be of one place. `item` is null where it cannot be read. */
export type FoundItem = Readonly<{ id: string; item: CounterItem | null }>;

export type ChangeStream = {
  /** What was written after these positions and up to now, so that a row's changes stand in their order. */
  since(position: (shard: string) => Promise<string | null>): Promise<readonly ChangeBatch[]>;
};
