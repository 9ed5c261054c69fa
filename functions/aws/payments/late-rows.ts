import * as z from 'zod';
import type { Database, Write } from '#aws/database';
import { latestPage } from '#aws/latest-page';
import { month, reader, rupiah } from '#aws/rows';
import type { Instant, Month } from '#domain/calendar/dates';
import { type LateBooking, lateBookingsOf } from '#domain/payments/late-booking';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Paid } from '#flows/payments/payment-store';
import type { Page } from '#flows/ports';
import { keys, partitions } from '#table';

const status = z.enum(['recorded', 'unmatched', 'reversed']);

const readLate = reader<LateBooking>(
  z.object({
    ...{ at: z.string(), from: status.nullable(), to: status, month },
    ...{ channel: z.string(), reference: z.string(), amount: rupiah, paidAt: z.string() },
    months: z.array(month),
  }),
);

export const lateWrites = (payment: PaymentRecord, paid: Paid | null): readonly Write[] =>
  lateBookingsOf(payment, paid).map((booking) => {
    const { month: of, at, to, channel, reference } = booking;
    return { put: { ...keys.lateBooking(of, at, [channel, reference, to].join('#')), ...booking } };
  });

/** Of a month's books, booked from then on, the latest first. */
export async function bookedLate(
  database: Database,
  of: Readonly<{ month: Month; since: Instant }>,
  cursor: string | null,
): Promise<Page<LateBooking>> {
  const page = await latestPage(database, {
    pks: partitions.late(of.month),
    cursor,
    pageSize: 50,
  });
  const rows = page.rows.filter(({ sk }) => String(sk) >= of.since);
  return {
    items: rows.flatMap((row) => readLate(row) ?? []),
    next: rows.length < page.rows.length ? null : page.next,
  };
}
