import { addMonths, monthOf } from '#domain/calendar/dates';
import type { Rejection } from '#domain/csv/table';
import { endsInFuture } from '#domain/people/roster';
import { parseRoster, type RosterRow } from '#domain/people/roster-csv';
import { problem } from '#domain/problem';

export type Roster = Readonly<{
  text: string;
  firstLine: number | undefined;
  dryRun: boolean;
  by: string;
  byName?: string;
}>;

const mostMonthsAhead = 12;

/** Rejects dates that would silence a worker for years, beyond any later roster. */
export function readRoster(
  { text, firstLine }: Roster,
  now: string,
): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> {
  const { rows, rejected } = parseRoster(text, firstLine);
  const judged = rows.map((row) => ({ row, rejection: untimely(row, now) }));
  const late = judged.flatMap(({ rejection }) => rejection ?? []);
  return {
    rows: judged.flatMap(({ row, rejection }) => (rejection ? [] : [row])),
    rejected: [...rejected, ...late].sort((a, b) => a.line - b.line),
  };
}

function untimely({ line, facts }: RosterRow, now: string): Rejection | null {
  const { coveredThrough, ended } = facts;
  if (coveredThrough > addMonths(monthOf(now), mostMonthsAhead)) {
    const ahead = problem('months-ahead', { most: mostMonthsAhead });
    return { line, field: 'covered_through', value: coveredThrough, ...ahead };
  }
  const future = endsInFuture(facts, now);
  return ended && future ? { line, field: 'ended_on', value: ended.on, ...future } : null;
}
