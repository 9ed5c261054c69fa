import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';

/** One worker × one month owed. The first payment for that month ends it, or the worker leaves. */
export type Cycle = Readonly<{
  month: Month;
  /** When it was written. Steps due before then are not owed. */
  began: Instant;
  /** The local day it counts from: of the payment before it, or of the worker's coming. */
  since: CalendarDate;
  /** `joined`: with months paid by a roster's word · `returned`: after they left, with no more. */
  origin: 'joined' | 'returned' | 'renewed';
  /** Could be texted at its beginning. Only such cycles are in either arm. */
  textable: boolean;
  /** Gets only the steps marked `toHeldOut`: measures what the others are worth. */
  heldOut: boolean;
  /** The plan's share in force at the draw. Absent in old rows. */
  holdoutPercent?: number | undefined;
  /** Arms and payments of the eleven months before, as past-months.ts reads them. */
  past?: string | undefined;
}>;

/** With its worker as of then: all that is counted of it, and of the person only an id. */
export type ClosedCycle = Cycle &
  Pick<Worker, 'workerId' | 'province' | 'sector' | 'language' | 'income' | 'jht'> &
  Readonly<{
    /** Absent in old rows. */
    memberSince?: Worker['memberSince'] | undefined;
    end: CycleEnd;
    /** A reversal reopened it: still shown, but counted nowhere. */
    voided: boolean;
  }>;

/** `left`: died, employed, abroad, government-paid or forgotten. `told`: the roster's instant. */
export type CycleEnd = Readonly<{
  on: CalendarDate;
  by: 'payment' | 'roster' | 'credit' | 'left';
  months: readonly Month[];
  payment: string | null;
  told?: Instant | undefined;
}>;

/** Payments may come out of order, but a cycle never ends before it begins. */
export const endedOn = ({ end, since }: Pick<ClosedCycle, 'end' | 'since'>): CalendarDate =>
  end.on < since ? since : end.on;

export const leaving = (on: CalendarDate): CycleEnd => ({
  on,
  by: 'left',
  months: [],
  payment: null,
});
