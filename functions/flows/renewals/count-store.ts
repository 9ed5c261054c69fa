import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Count, CountedRow, CounterItem, Dimension } from '#domain/renewals/counts';

export type CountStore = {
  /** The position in the stream's shard up to which everything is counted; null before the first. */
  position(shard: string): Promise<string | null>;
  /**
   * One transaction: the counts are added and the position moves from `from` to `to`. False where it stands elsewhere by now: somebody else counted.
   * Throws while a recount holds the counting.
   */
  add(tallied: CounterUpdate): Promise<boolean>;
  /** How much one `add` can hold: so many places, of `counts` and of `kept`, and so many names at each. */
  readonly most: Readonly<{ places: number; names: number }>;
  cohort(month: Month, dimension: Dimension): Promise<readonly CounterItem[]>;
  members(): Promise<readonly CounterItem[]>;
  /** The day of the first import; null before it. */
  firstImport(): Promise<CalendarDate | null>;
  /** Moves that day back, never forth. */
  noteImport(on: CalendarDate): Promise<void>;
};

/** What one step of the counting adds, and how far it brings us in this shard of the stream. `kept` is what rows that expired or were swept away leave behind. */
export type CounterUpdate = Readonly<{
  shard: string;
  from: string | null;
  to: string;
  counts: readonly Count[];
  archived: readonly Count[];
}>;

/** What the stream says of one write of a row: null where there was, or is, no row that is counted. `position` is a whole number that grows within a shard. */
export type RowChange = Readonly<{
  position: string;
  before: CountedRow | null;
  after: CountedRow | null;
  removed: boolean;
}>;

/** A run of changes in one shard of the stream, in its order; some of them, or all, may have been counted before. */
export type ChangeBatch = Readonly<{ shard: string; changes: readonly RowChange[] }>;
