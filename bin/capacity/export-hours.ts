import type { Asked } from './asked.ts';
import type { Load } from './load.ts';
import { measured } from './measured.ts';

export type ExportHours = Readonly<{ rows: number; verify: number; recount: number }>;

/** A payment writes four rows: by its reference, in the timeline, in its day, and its cycle. */
const rowsOfPayment = 4;

/**
 * Hours of one core for the table after a year of such months. The export itself is AWS's, and
 * takes what it takes.
 */
export function exportHours({ workers }: Asked, { texts, skipped, payments }: Load): ExportHours {
  const month = texts.month + skipped.month + rowsOfPayment * payments.month;
  const rows = workers + 12 * month;
  const { verify, recount } = measured.rowsASecond;
  return { rows, verify: rows / verify.value / 3_600, recount: rows / recount.value / 3_600 };
}
