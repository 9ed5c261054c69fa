import { codeAsText, jakartaTime } from '#domain/csv/excel-cells';
import { csvText } from '#domain/csv/text';
import type { RecordedPayment } from '#domain/payments/recorded-payment';

/** In Indonesian, with the same columns whatever is in it: macros and lookups count on them. */
export const paymentsCsv = (payments: readonly RecordedPayment[]): string =>
  csvText([
    headings,
    ...payments.map((payment) => [
      ...[jakartaTime(payment.recordedAt), jakartaTime(payment.paidAt)],
      ...[payment.channel, codeAsText(payment.reference), payment.amount],
      ...[statuses[payment.status], payment.status === 'reversed' ? 0 : payment.amount],
      ...[jakartaTime(payment.matchedAt), jakartaTime(payment.reversedAt)],
      ...[payment.short?.by ?? null, payment.short?.credit ?? null],
    ]),
  ]);

/** `Iuran diterima (Rp)`: 0 where reversed, so that it adds up to the total on the screen. */
const headings = [
  ...['Dicatat (WIB)', 'Dibayar (WIB)', 'Kanal', 'Referensi', 'Rupiah', 'Status'],
  ...['Iuran diterima (Rp)', 'Dicocokkan (WIB)', 'Dibatalkan (WIB)'],
  ...['Kurang (Rp)', 'Saldo saat itu (Rp)'],
];

const statuses = {
  recorded: 'Dicatat',
  unmatched: 'Tanpa peserta',
  reversed: 'Dibatalkan',
} as const satisfies Record<RecordedPayment['status'], string>;
