import { type CalendarDate, type Instant, type Month, monthOf } from '#domain/calendar/dates';
import { keptReference } from '#domain/payments/kept-reference';
import type { LateBooking } from '#domain/payments/late-booking';
import type { PaymentRecord } from '#domain/payments/payment';
import { bookDay } from '#domain/payments/recorded-payment';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { unnamed } from '#domain/renewals/files/figure';
import type { MembersOfMonth } from '#domain/renewals/members';
import type { Money, ReceiptsOfChannel } from '#domain/renewals/receipts';

/** `renewals` and `members` as of the day on which the cohort is final. */
export type MonthFigures = Readonly<{
  renewals: Renewals;
  members: MembersOfMonth;
  receipts: readonly ReceiptsOfChannel[];
}>;

/** `through`: what was booked up to the end of this day in Jakarta is in the receipts. */
export type Closing = Readonly<{
  month: Month;
  finalOn: CalendarDate;
  through: CalendarDate;
  closedAt: Instant;
  by: string;
  byName: string;
  figures: MonthFigures;
}>;

export type ClosingEvent = Readonly<{
  at: Instant;
  act: 'recorded' | 'matched' | 'reversed';
  channel: string;
  reference: string;
  amount: number;
  paidAt: Instant;
  months: readonly Month[];
  /** What it adds to the receipts of the closed month. */
  receipts: Money;
}>;

/** Null where it changes nothing of the month as of the day on which it was final. */
export function eventOf(
  booking: LateBooking,
  { month, finalOn }: Pick<Closing, 'month' | 'finalOn'>,
): ClosingEvent | null {
  const { at, from, to, channel, reference, amount, paidAt, months } = booking;
  const paidOn = bookDay(paidAt);
  const isReceipt = monthOf(paidOn) === month;
  const isOfCohort = months.includes(month) && (paidOn <= finalOn || to === 'reversed');
  if (!isReceipt && !isOfCohort) return null;
  const sign = isReceipt ? stands(to) - stands(from) : 0;
  return {
    ...{ at, act: from === null ? 'recorded' : to === 'reversed' ? 'reversed' : 'matched' },
    ...{ channel, reference: keptReference(reference), amount, paidAt, months },
    receipts: { payments: sign, rupiah: sign * amount },
  };
}

const stands = (status: PaymentRecord['status'] | null): 0 | 1 =>
  status === 'recorded' || status === 'unmatched' ? 1 : 0;

/** One number of a month: `renewals.onTime`, `receipts.bank.rupiah`. Null: there is none. */
export type Restated = Readonly<{
  figure: string;
  closed: number | null;
  now: number | null;
  difference: number | null;
}>;

/** Every number of the closing, in its order, beside what it is now. */
export function restated(closed: MonthFigures, now: MonthFigures): readonly Restated[] {
  const [was, is] = [numbersIn(flat(closed)), numbersIn(flat(now))];
  return [...new Set([...was.keys(), ...is.keys()])].map((figure) => {
    const missing = unnamed(figure);
    const [before, after] = [was.get(figure) ?? missing, is.get(figure) ?? missing];
    const difference = before === null || after === null ? null : exact(after - before);
    return { figure, closed: before, now: after, difference };
  });
}

/** Rates are fractions: 0.3 − 0.1 is to be 0.2. */
const exact = (difference: number): number => Number(difference.toFixed(12));

const flat = ({ renewals, members, receipts }: MonthFigures) => ({
  receipts: Object.fromEntries(receipts.map(({ channel, ...money }) => [channel, money])),
  renewals,
  members,
});

/** Lists, texts and flags are no figures. */
function numbersIn(from: object, path = ''): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === 'number') found.set(path + name, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [inner, number] of numbersIn(value, `${path}${name}.`)) found.set(inner, number);
  }
  return found;
}
