import { type Instant, instantIn } from '#domain/calendar/dates';
import { orNothing, rupiahIn } from '#domain/csv/cells';
import type { CellsOf, Column, Reading } from '#domain/csv/column';
import { isExcelNumber } from '#domain/csv/excel-cells';
import { csvReader, type Rejection, type Warning } from '#domain/csv/table';
import {
  highestPayment,
  longestReference,
  type PaymentNotice,
  parseChannel,
} from '#domain/payments/payment';
import { hasNobodysSerial, payerNikColumn } from '#domain/people/nik';
import { nikCells, refuseRoundedNiks } from '#domain/people/roster/rounded-niks';
import { problem } from '#domain/problem';

export type PaymentRow = Readonly<{ line: number; nik: string; notice: PaymentNotice }>;

/** All of a payment is money: a fault in any cell costs its line. */
const needed = { optional: false, faultCosts: 'line' } as const;

export const paymentColumns = {
  reference: {
    ...needed,
    headings: ['referensi', 'no_referensi', 'nomor_referensi'],
    read: readReference,
  },
  channel: { ...needed, headings: ['kanal', 'saluran'], read: readChannel },
  nik: payerNikColumn,
  amount: { ...needed, headings: ['jumlah', 'nominal'], read: readAmount },
  paid_at: {
    ...needed,
    headings: ['tanggal_bayar', 'waktu_bayar', 'dibayar_pada'],
    read: readPaidAt,
  },
  months: {
    ...needed,
    optional: true,
    headings: ['bulan', 'jumlah_bulan'],
    read: orNothing(readMonths),
  },
} as const satisfies Record<string, Column>;

export type ReadPayments = Readonly<{
  rows: readonly PaymentRow[];
  rejected: readonly Rejection[];
  warnings: readonly Warning[];
  /** Rupiah of each line, by its number, where they can be read. */
  amounts: ReadonlyMap<number, number>;
}>;

export type PaymentCells = CellsOf<typeof paymentColumns>;

const parse = csvReader(paymentColumns);
/** For the money of lines that cannot be used: whose it is may be wrong, and how much right. */
const parseAmounts = csvReader({ amount: paymentColumns.amount });

/** Sets bad lines aside; throws `Refused` for an unreadable file. `firstLine` as in csvReader. */
export function parsePayments(text: string, firstLine?: number): ReadPayments {
  const parsed = parse(text, firstLine, rowOf);
  refuseRoundedNiks(nikCells(text));
  const warnings = [...parsed.warnings, ...parsed.rows.flatMap(keptUnmatched)];
  const { rows } = parseAmounts(text, firstLine, (cells) => cells);
  const amounts = new Map(rows.map(({ line, amount }) => [line, amount]));
  return { ...parsed, amounts, warnings: warnings.sort((a, b) => a.line - b.line) };
}

const keptUnmatched = ({ line, nik }: PaymentRow): readonly Warning[] =>
  hasNobodysSerial(nik) ? [{ line, field: 'nik', value: nik, ...problem('nik-serial') }] : [];

/** Without the column `months` the money alone decides what it buys. */
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

function readReference(text: string): Reading<string> {
  if (isExcelNumber(text)) return problem('excel-number');
  if (text === '') return problem('reference-empty');
  return text.length > longestReference
    ? problem('too-many-characters', { characters: text.length, most: longestReference })
    : { value: text };
}

function readChannel(text: string): Reading<string> {
  const parsed = parseChannel(text);
  return 'channel' in parsed ? { value: parsed.channel } : parsed;
}

function readAmount(text: string): Reading<number> {
  if (isExcelNumber(text)) return problem('excel-number');
  const amount = rupiahIn(text);
  return amount > 0 && amount <= highestPayment ? { value: amount } : problem('amount-none');
}

/**
 * `2026-11-11T09:30:00+07:00`, `2026-11-11 09:30` or `11/11/2026 09.30`; Jakarta's time without an
 * offset. A day alone is its midnight in Jakarta, which is the same day in the zones to the east.
 */
function readPaidAt(text: string): Reading<Instant> {
  const [, years, days, hour = '00', minute = '00', second = '00', offset = '+07:00'] =
    paidAt.exec(text) ?? [];
  const [day, month, year] = years ? years.split('-').reverse() : (days ?? '').split(/[-/]/);
  const two = (digits = '') => digits.padStart(2, '0');
  const instant = instantIn(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset.toUpperCase()}`,
  );
  return instant ? { value: instant } : problem('paid-at-none');
}

const paidAt =
  /^(?:(\d{4}-\d{1,2}-\d{1,2})|(\d{1,2}[-/]\d{1,2}[-/]\d{4}))(?:[T ]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;

function readMonths(text: string): Reading<number> {
  return /^([1-9]|1[0-2])$/.test(text) ? { value: Number(text) } : problem('months-none');
}
