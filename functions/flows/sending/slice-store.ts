import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { Slice, SliceKey, SliceProgress } from '#domain/sending/slice';
import type { TicketMove, Trial } from '#domain/sending/trial';
import type { Turn } from '#domain/sending/turn';

export type SliceStore = {
  open(slices: readonly Slice[]): Promise<void>;
  get(key: SliceKey): Promise<Slice | undefined>;
  list(zone: Zone, date: CalendarDate): Promise<readonly Slice[]>;
  /** Whether one is so, as it was a moment ago: asked at each turn of a confirmation's slice. */
  anyReminder(zone: Zone, date: CalendarDate, is: (turn: Turn) => boolean): Promise<boolean>;
  /** As it was a moment ago: to be shown. */
  progress(zone: Zone, date: CalendarDate): Promise<readonly SliceProgress[]>;
  /** One transaction: `rev` one up, booking, tickets. Nothing but `saved` has written anything. */
  save(
    slice: Slice,
    budget?: Booking,
    tickets?: TicketMove,
  ): Promise<
    | { status: 'saved'; slice: Slice }
    | { status: 'lost' }
    | { status: 'over-budget'; committed: number }
    | { status: 'no-ticket'; trial: Trial }
  >;
  /** Rupiah: `committed` is reserved or spent. */
  budget(month: Month): Promise<Readonly<{ committed: number; spent: number }>>;
  /** The last day up to which everybody owed a row has one; missing before the first. */
  watermarks(zones: readonly Zone[]): Promise<ReadonlyMap<Zone, CalendarDate>>;
  /** Moves it forward, never back. */
  moveWatermark(zone: Zone, through: CalendarDate): Promise<void>;
};

/** Rupiah. `committed` grows by `reserve + spend − release`, refused above `limit`. */
export type Booking = Readonly<{
  month: Month;
  reserve: number;
  release: number;
  spend: number;
  limit: number | null;
}>;

export type SliceQueue = {
  put(keys: readonly SliceKey[], delaySeconds?: number): Promise<void>;
};
