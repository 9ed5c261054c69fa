import type { Database } from '#aws/database';
import { readRecorded } from '#aws/payments/payment-rows';
import { latestPage, type Row } from '#aws/reading';
import { addDays } from '#domain/calendar/dates';
import { bookDay, type RecordedPayment } from '#domain/payments/recorded-payment';
import type { DaySpan } from '#flows/payments/payment-store';
import type { Page } from '#flows/ports';
import { partitions } from '#table';

const pageSize = 50;

/** Day by day, the latest first. A cursor begins with an instant, which says its day. */
export async function recordedIn(
  database: Database,
  { from, to }: DaySpan,
  cursor: string | null,
): Promise<Page<RecordedPayment>> {
  const rows: Row[] = [];
  for (let day = firstDay(to, cursor); day >= from; day = addDays(day, -1)) {
    const room = { cursor, pageSize: pageSize - rows.length };
    const page = await latestPage(database, { pks: partitions.recorded(day), ...room });
    rows.push(...page.rows);
    const isFull = rows.length >= pageSize && day > from;
    if (page.next !== null || isFull) return pageOf(rows, page.next ?? String(rows.at(-1)?.sk));
  }
  return pageOf(rows, null);
}

const pageOf = (rows: readonly Row[], next: string | null): Page<RecordedPayment> => ({
  items: rows.flatMap((row) => readRecorded(row) ?? []),
  next,
});

function firstDay(to: string, cursor: string | null): string {
  const day = cursor === null ? to : bookDay(cursor.slice(0, isoLength));
  return day < to ? day : to;
}

const isoLength = '2026-11-11T02:00:00.000Z'.length;
