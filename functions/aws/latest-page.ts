import pMap from 'p-map';
import type { Database } from '#aws/database';
import { firstPage, type Row } from '#aws/reading';

type Latest = Readonly<{
  pks: readonly string[];
  cursor: string | null;
  pageSize: number;
  oldestFirst?: boolean;
}>;

/**
 * Of a list whose sort keys begin with the time, the latest or the oldest first. `next`, the last
 * row's sort key, continues it as `cursor`. A page may be short, but is empty only where the list
 * is.
 */
export async function latestPage(
  database: Database,
  { pks, cursor, pageSize, oldestFirst = false }: Latest,
): Promise<Readonly<{ rows: readonly Row[]; next: string | null }>> {
  const pieces = await pMap(
    pks,
    (pk) =>
      firstPage(database, {
        where:
          cursor === null ? '#pk = :pk' : `#pk = :pk AND #sk ${oldestFirst ? '>' : '<'} :after`,
        values: { ':pk': pk, ...(cursor === null ? {} : { ':after': cursor }) },
        newestFirst: !oldestFirst,
        limit: shareOf(pageSize, pks.length),
      }),
    { concurrency: 16 },
  );
  // A piece that was cut short hides what comes after its last row: so far the page may go.
  const ends = pieces.flatMap(({ rows, more }) => (more ? rows.slice(-1) : []));
  const isBefore = (a: Row, b: Row): boolean =>
    oldestFirst ? sortKeyOf(a) < sortKeyOf(b) : sortKeyOf(a) > sortKeyOf(b);
  const known = pieces
    .flatMap(({ rows }) => rows)
    .filter((row) => ends.every((end) => !isBefore(end, row)))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
  const rows = known.slice(0, pageSize);
  const isMore = ends.length > 0 || known.length > rows.length;
  return { rows, next: isMore ? sortKeyOf(rows.at(-1)) : null };
}

/** Four standard deviations above a piece's mean: one in 10,000 has more, and ends the page. */
const shareOf = (pageSize: number, pieces: number): number => {
  const mean = pageSize / pieces;
  return Math.min(pageSize, Math.ceil(mean + 4 * Math.sqrt(mean)));
};

const sortKeyOf = (row: Row | undefined): string => String(row?.sk);
