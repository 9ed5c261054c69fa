import type { Database } from '#aws/database';
import { latestPage } from '#aws/latest-page';
import { readRecorded } from '#aws/payments/payment-rows';
import type { Row } from '#aws/reading';
import {
  addDays,
  addMilliseconds,
  type CalendarDate,
  type Instant,
  instantAt,
} from '#domain/calendar/dates';
import { bookDay, type RecordedPayment } from '#domain/payments/recorded-payment';
import type { RecordedAsked } from '#flows/payments/payment-store';
import type { Page } from '#flows/ports';
import { partitions } from '#table';

type Asked = RecordedAsked & Readonly<{ pageSize?: number | undefined }>;

/** The latest first. A cursor begins with its instant. Rows of other channels end a page early. */
export async function recordedIn(
  database: Database,
  { from, to, channel = null, pageSize = 50 }: Asked,
  cursor: string | null,
): Promise<Page<RecordedPayment>> {
  const found: Row[] = [];
  let [after, read] = [cursor, 0];
  for (let day = firstDay(to, cursor); day >= from; ) {
    const { rows, next } = await latestPage(database, {
      pks: partitions.recorded(day),
      cursor: after,
      ...(channel === null ? { pageSize: pageSize - found.length } : { pageSize: atOnce }),
    });
    const wanted = rows.filter((row) => channel === null || row.channel === channel);
    const taken = wanted.slice(0, pageSize - found.length);
    found.push(...taken);
    read += rows.length;
    const isLast = next === null && day === from;
    if (taken.length < wanted.length) return pageOf(found, String(taken.at(-1)?.sk));
    if (isLast) return pageOf(found, null);
    after = next ?? startOf(day);
    if (found.length >= pageSize || read >= mostRead) return pageOf(found, after);
    if (next === null) day = addDays(day, -1);
  }
  return pageOf(found, null);
}

const atOnce = 1_000;
const mostRead = 10_000;

/** As a cursor: all that was recorded before this day. */
const startOf = (day: CalendarDate): Instant => instantAt('Asia/Jakarta', day, '00:00');

const pageOf = (rows: readonly Row[], next: string | null): Page<RecordedPayment> => ({
  items: rows.flatMap((row) => readRecorded(row) ?? []),
  next,
});

function firstDay(to: CalendarDate, cursor: string | null): CalendarDate {
  if (cursor === null) return to;
  const day = bookDay(
    addMilliseconds(cursor.slice(0, isoLength), cursor.length > isoLength ? 0 : -1),
  );
  return day < to ? day : to;
}

const isoLength = '2026-11-11T02:00:00.000Z'.length;
