import { type CsvFault, csvReader, type Rejection } from '#domain/csv/table';
import { type WorkerCells, type WorkerColumn, workerColumns } from '#domain/people/roster-columns';
import type { Worker } from '#domain/people/worker';
import { problem } from '#domain/problem';

/** What a roster says about a worker. The last three are absent where the file has no such column: what is known about them stays. */
export type RosterFacts = Readonly<
  Pick<
    Worker,
    'name' | 'phone' | 'province' | 'sector' | 'income' | 'jht' | 'language' | 'coveredThrough'
  > &
    Partial<Pick<Worker, 'governmentPaid' | 'group' | 'ended'>>
>;

export type RosterRow = Readonly<{ line: number; nik: string; facts: RosterFacts }>;

const reader = csvReader(workerColumns);

/**
 * Reads a roster or a piece of one, with its header row. `firstLine` is the line at which the piece's first row stands in the whole file.
 * A bad line stops no other. Throws `Refused` where the file as a whole cannot be read: empty, not UTF-8, or without the right header.
 */
export const parseRoster = (
  text: string,
  firstLine?: number,
): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> =>
  reader.parse(text, firstLine, rowOf);

function rowOf(
  cells: WorkerCells,
  columns: readonly WorkerColumn[],
): Omit<RosterRow, 'line'> | CsvFault {
  const {
    nik,
    government_paid: governmentPaid,
    group,
    ended_on: on,
    ended_reason: reason,
    covered_through: coveredThrough,
    ...facts
  } = cells;
  if (on && !reason)
    return { field: 'ended_reason', value: '', ...problem('ended-without-reason') };
  if (reason && !on) return { field: 'ended_on', value: '', ...problem('ended-without-date') };
  const says = (column: WorkerColumn) => columns.includes(column);
  return {
    nik,
    facts: {
      ...facts,
      coveredThrough,
      ...(says('government_paid') ? { governmentPaid } : {}),
      ...(says('group') ? { group } : {}),
      ...(says('ended_on') ? { ended: on && reason ? { on, reason } : null } : {}),
    },
  };
}
