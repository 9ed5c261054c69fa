import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Count, CountedRow, CounterItem, Dimension } from '#domain/renewals/counting/counts';

export type CountStore = {
  /** Everything up to this position of the stream's shard is counted; null before the first. */
  position(shard: string): Promise<string | null>;
  /** One transaction; false where the position moved meanwhile. Throws while a recount holds it. */
  add(tallied: CounterUpdate): Promise<boolean>;
  /** How much one `add` can hold: places of `counts` and `archived`, and names at each. */
  readonly most: Readonly<{ places: number; names: number }>;
  cohort(month: Month, dimension: Dimension): Promise<readonly CounterItem[]>;
  members(): Promise<readonly CounterItem[]>;
  firstImport(): Promise<CalendarDate | null>;
  /** Moves that day back, never forth. */
  noteImport(on: CalendarDate): Promise<void>;
};

/** What one step of the counting adds. `archived`: counts of rows that expired or were erased. */
export type CounterUpdate = Readonly<{
  shard: string;
  from: string | null;
  to: string;
  counts: readonly Count[];
  archived: readonly Count[];
}>;

/** Null where no counted row was, or is. `position`: a whole number that grows within a shard. */
export type RowChange = Readonly<{
  position: string;
  before: CountedRow | null;
  after: CountedRow | null;
  removed: boolean;
}>;

/** Changes in the order of their shard; some of them, or all, may be counted already. */
export type ChangeBatch = Readonly<{ shard: string; changes: readonly RowChange[] }>;
