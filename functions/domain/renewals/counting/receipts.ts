import { monthOf } from '#domain/calendar/dates';
import { bookDay, bookingsOf, type RecordedPayment } from '#domain/payments/recorded-payment';
import type { Count, CounterPlace } from '#domain/renewals/counting/counter';

/**
 * Money by channel, counted twice. `recorded`: on the day of recording, as the payment is now, as
 * the list of payments shows it. `paid`: in the month of `paidAt`, each booking on its own day, so
 * that the receipts of a month can be told as they were known at the end of any day.
 */
export function countsOfPayment(payment: RecordedPayment): readonly Count[] {
  const { channel, amount, paidAt, recordedAt, status } = payment;
  const day = bookDay(recordedAt);
  const recorded = { of: 'receipts', by: 'recorded', month: monthOf(day), day, channel } as const;
  const month = monthOf(bookDay(paidAt));
  return [
    ...counted(recorded, status, 1, amount),
    ...bookingsOf(payment).flatMap(({ at, from, to }) => {
      const paid = { of: 'receipts', by: 'paid', month, day: bookDay(at), channel } as const;
      return [
        ...counted(paid, to, 1, amount),
        ...(from === null ? [] : counted(paid, from, -1, amount)),
      ];
    }),
  ];
}

const counted = (
  place: CounterPlace,
  status: RecordedPayment['status'],
  sign: 1 | -1,
  amount: number,
): readonly Count[] => [
  { place, name: `${status}.n`, by: sign },
  { place, name: `${status}.rupiah`, by: sign * amount },
];
