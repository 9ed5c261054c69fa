import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';
import {
  type Booking,
  bookDay,
  bookingsOf,
  recordedPayment,
} from '#domain/payments/recorded-payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';

/** A booking of money once a month that it touches may have been closed. It names no worker. */
export type LateBooking = Booking &
  Readonly<{
    /** The month whose books it may change. */
    month: Month;
    channel: string;
    reference: string;
    amount: number;
    paidAt: string;
    /** All contribution months that it pays for, or whose cycles it ends or opens again. */
    months: readonly Month[];
  }>;

/** What else a booking changes: cycles, and what credit buys. */
type Changed = Readonly<{
  closed: readonly ClosedCycle[];
  credit?: readonly PaymentRecord[];
}>;

/** The latest booking of a payment, once for each month that it touches and may be closed. */
export function lateBookingsOf(
  payment: PaymentRecord,
  changed: Changed | null,
): readonly LateBooking[] {
  const { channel, reference, amount, paidAt } = payment;
  const booking = bookingsOf(recordedPayment(payment)).at(-1);
  if (!booking) return [];
  const months = monthsOf(payment, changed);
  const day = bookDay(booking.at);
  return [...new Set([monthOf(bookDay(paidAt)), ...months])]
    .filter((month) => mayBeClosed(month, day))
    .map((month) => ({ ...booking, month, channel, reference, amount, paidAt, months }));
}

function monthsOf({ bought, linked }: PaymentRecord, changed: Changed | null): readonly Month[] {
  const { closed = [], credit = [] } = changed ?? {};
  const months = [
    ...bought,
    ...(linked?.months ?? []),
    ...closed.flatMap(({ month, end }) => [month, ...end.months]),
    ...credit.flatMap((purchase) => purchase.bought),
  ];
  return [...new Set(months)].sort();
}

/**
 * Whatever the settings: a cohort is final three days after its lapse date, which is a month after
 * its own first day at the earliest, and is closed as known two days before.
 */
const mayBeClosed = (month: Month, day: CalendarDate): boolean =>
  day > firstDay(addMonths(month, 1));

/** Of a closing at this moment: what was done up to the end of this day is in its receipts. */
export const closedThrough = (now: string): CalendarDate => addDays(bookDay(now), -1);
