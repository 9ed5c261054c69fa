import { csvReader, type Rejection } from '#domain/csv/table';
import type { PaymentNotice } from '#domain/payments/payment';
import { type PaymentCells, paymentColumns } from '#domain/payments/payment-columns';

export type PaymentRow = Readonly<{ line: number; nik: string; notice: PaymentNotice }>;

const reader = csvReader(paymentColumns);

/**
 * Reads a file of payments or a piece of one, with its header row. `firstLine` is the line at which the piece's first row stands in the whole file.
 * A bad line stops no other. Throws `Refused` where the file as a whole cannot be read: empty, not UTF-8, or without the right header.
 */
export const parsePayments = (
  text: string,
  firstLine?: number,
): Readonly<{ rows: readonly PaymentRow[]; rejected: readonly Rejection[] }> =>
  reader.parse(text, firstLine, rowOf);

/** A file without the column `months` has none: the money alone says what it buys. */
const rowOf = ({
  nik,
  reference,
  channel,
  amount,
  paid_at: paidAt,
  months = null,
}: PaymentCells): Omit<PaymentRow, 'line'> => ({
  nik,
  notice: { reference, channel, amount, paidAt, months },
});
