import { type CalendarDate, type Instant, localDate } from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';

/** Finance's days and months are Jakarta's, wherever the worker lives. */
export const bookDay = (at: Instant): CalendarDate => localDate('Asia/Jakarta', at);

/** What a list shows and adds up, and when what became of it; not who paid. */
export type RecordedPayment = Pick<
  PaymentRecord,
  'channel' | 'reference' | 'amount' | 'paidAt' | 'recordedAt' | 'status' | 'short'
> &
  Readonly<{ cameUnmatched: boolean; matchedAt: Instant | null; reversedAt: Instant | null }>;

export function recordedPayment({
  channel,
  reference,
  amount,
  paidAt,
  recordedAt,
  status,
  short,
  matched,
  reversed,
}: PaymentRecord): RecordedPayment {
  const before = reversed?.was ?? status;
  return {
    ...{ channel, reference, amount, paidAt, recordedAt, status, short },
    cameUnmatched: matched !== null || before === 'unmatched',
    matchedAt: matched?.at ?? null,
    reversedAt: reversed?.at ?? null,
  };
}

/** `from` is null where the payment was recorded. */
export type Booking = Readonly<{
  at: Instant;
  from: PaymentRecord['status'] | null;
  to: PaymentRecord['status'];
}>;

/** Everything that became of a payment, so that the books of any day can be added up. */
export function bookingsOf({
  recordedAt,
  cameUnmatched,
  matchedAt,
  reversedAt,
}: RecordedPayment): readonly Booking[] {
  const first = cameUnmatched ? 'unmatched' : 'recorded';
  const stood = matchedAt === null ? first : 'recorded';
  return [
    { at: recordedAt, from: null, to: first },
    ...(matchedAt === null ? [] : [{ at: matchedAt, from: first, to: 'recorded' } as const]),
    ...(reversedAt === null ? [] : [{ at: reversedAt, from: stood, to: 'reversed' } as const]),
  ];
}
