import type { CounterItem } from '#domain/renewals/counting/counter';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { ChangeBatch, CounterUpdate } from '#flows/renewals/count-store';

/** A new recount takes over from one that holds the counting, whose next change then throws. */
export type RecountStore = {
  /** True where an earlier recount broke off amid its changes: the earlier counters are lost. */
  hold(recount: string): Promise<boolean>;
  /** As `CountStore.add`, by the holder, without the counts of stored rows. */
  pass(recount: string, tallied: Omit<CounterUpdate, 'counts'>): Promise<boolean>;
  /** Removes found ones that are not among `right`. In many steps; safe to repeat. */
  replace(
    recount: string,
    right: readonly CounterItem[],
    found: readonly FoundItem[],
  ): Promise<void>;
  release(recount: string): Promise<void>;
};

/** The whole table as of one instant, later than this call, page by page. */
export type TableExport = { take(): Promise<AsyncIterable<ExportedRows>> };

/** Rows that are not counted, and broken ones, are left out. */
export type ExportedRows = Readonly<{
  rows: readonly CountedRow[];
  found: readonly FoundItem[];
}>;

/** Several may be of one place. `item` is null where it cannot be read. */
export type FoundItem = Readonly<{ id: string; item: CounterItem | null }>;

/** Can be gone through several times; so there may be more of them than memory holds. */
export type Changes = Iterable<ChangeBatch> | AsyncIterable<ChangeBatch>;

/** Names of rows that changed, and whether each is still there. Made empty for each recount. */
export type ChangedRows = {
  /** Answers whether it was there by its change before this one; false for its first. */
  note(name: string, isPresent: boolean): boolean;
  has(name: string): boolean;
  /** How many are still there. */
  present(): number;
};

export type ChangeStream = {
  /** What was written after these positions, a row's changes in their order. */
  since(position: (shard: string) => Promise<string | null>): Promise<Changes>;
};
