import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Count, CounterItem, Dimension } from '#domain/renewals/counting/counter';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { DaySpan } from '#flows/payments/payment-store';

export type CountStore = {
  /** A recount is at work: whoever begins to count now has to wait for it. */
  isHeld(): Promise<boolean>;
  positions(shard: string): Promise<Positions>;
  /** One transaction; false where the lane's position moved meanwhile. */
  add(tallied: CounterUpdate): Promise<boolean>;
  /** Says that all up to there is counted in every lane. May be said again, and late. */
  moveOn(shard: string, to: string): Promise<void>;
  /** How many places one `add` can hold, in `counts` and `archived` together. */
  readonly most: Readonly<{ places: number }>;
  /** In the order of neither months nor values. */
  cohorts(span: MonthSpan, dimension: Dimension): Promise<readonly CounterItem[]>;
  members(): Promise<readonly CounterItem[]>;
  /** What was recorded on these days, and all that was paid in this month. */
  recordedIn(span: DaySpan): Promise<readonly CounterItem[]>;
  paidIn(month: Month): Promise<readonly CounterItem[]>;
  firstImport(): Promise<CalendarDate | null>;
  /** Moves that day back, never forth. */
  noteImport(on: CalendarDate): Promise<void>;
};

export type MonthSpan = Readonly<{ from: Month; to: Month }>;

/** By lane: up to there all is counted. Absent before its first count. `everyLane`: in all. */
export type Positions = ReadonlyMap<string, string>;

/** What one step of the counting adds. `archived`: counts of rows that expired or were erased. */
export type CounterUpdate = Readonly<{
  shard: string;
  lane: string;
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
