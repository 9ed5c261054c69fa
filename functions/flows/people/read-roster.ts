import { addMonths, type Month, monthOf } from '#domain/calendar/dates';
import type { Rejection } from '#domain/csv/table';
import { faultOfEnd } from '#domain/people/roster/roster';
import { parseRoster, type ReadRoster, type RosterRow } from '#domain/people/roster/roster-csv';
import { problem } from '#domain/problem';

export type Roster = Readonly<{
  text: string;
  firstLine: number | undefined;
  dryRun: boolean;
  by: string;
  byName?: string;
}>;

const mostMonthsAhead = 12;

export const readRoster = ({ text, firstLine }: Roster, now: string): ReadRoster =>
  setAside(parseRoster(text, firstLine), (row) => misdatedEnd(row, now));

/**
 * Rejects a month that would silence a worker for years, beyond any later roster. Not one that we
 * know to be paid: two payments of twelve months reach that far.
 */
export const withoutMonthsAhead = (
  read: ReadRoster,
  paidThrough: (row: RosterRow) => Month | undefined,
  now: string,
): ReadRoster =>
  setAside(read, (row) =>
    paidThrough(row) === row.facts.coveredThrough ? null : isAhead(row, now),
  );

function setAside(
  { rows, rejected, warnings }: ReadRoster,
  judge: (row: RosterRow) => Rejection | null,
): ReadRoster {
  const judged = rows.map((row) => ({ row, rejection: judge(row) }));
  const late = judged.flatMap(({ rejection }) => rejection ?? []);
  return {
    rows: judged.flatMap(({ row, rejection }) => (rejection ? [] : [row])),
    rejected: [...rejected, ...late].sort((a, b) => a.line - b.line),
    warnings,
  };
}

function isAhead({ line, facts: { coveredThrough } }: RosterRow, now: string): Rejection | null {
  if (coveredThrough <= addMonths(monthOf(now), mostMonthsAhead)) return null;
  const ahead = problem('months-ahead', { most: mostMonthsAhead });
  return { line, field: 'covered_through', value: coveredThrough, ...ahead };
}

function misdatedEnd({ line, facts }: RosterRow, now: string): Rejection | null {
  const fault = faultOfEnd(facts, now);
  return facts.ended && fault ? { line, field: 'ended_on', value: facts.ended.on, ...fault } : null;
}
