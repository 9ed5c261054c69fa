import { type Instant, localDate, localTime } from '#domain/calendar/dates';
import { csvText } from '#domain/csv/text';
import type { RecordedPayment } from '#domain/payments/recorded-payment';

/** In Indonesian, with the same columns whatever is in it: macros and lookups count on them. */
export const paymentsCsv = (payments: readonly RecordedPayment[]): string =>
  csvText([
    headings,
    ...payments.map((payment) => [
      ...[atJakarta(payment.recordedAt), atJakarta(payment.paidAt)],
      ...[payment.channel, asText(payment.reference), payment.amount],
      ...[statuses[payment.status], payment.status === 'reversed' ? 0 : payment.amount],
      ...[atJakarta(payment.matchedAt), atJakarta(payment.reversedAt)],
    ]),
  ]);

/** `Rupiah diterima`: 0 where reversed, so that the column adds up to the total on the screen. */
const headings = [
  ...['Dicatat (WIB)', 'Dibayar (WIB)', 'Kanal', 'Referensi', 'Rupiah', 'Status'],
  ...['Rupiah diterima', 'Dicocokkan (WIB)', 'Dibatalkan (WIB)'],
];

const statuses = {
  recorded: 'Dicatat',
  unmatched: 'Tanpa peserta',
  reversed: 'Dibatalkan',
} as const satisfies Record<RecordedPayment['status'], string>;

/** A time as Excel reads it in every language. */
const atJakarta = (at: Instant | null): string =>
  at === null ? '' : `${localDate('Asia/Jakarta', at)} ${localTime('Asia/Jakarta', at)}`;

/** Excel would keep 15 digits of a number, drop its zeros, and make dates of others. */
const asText = (reference: string): string =>
  /^\d[\d.,:/-]*(e\d+)?$/i.test(reference) && !/^[1-9]\d{0,14}$/.test(reference)
    ? `'${reference}`
    : reference;
