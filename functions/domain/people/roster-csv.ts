import { type CsvFault, csvReader, type Rejection } from '#domain/csv/table';
import {
  columnOf,
  type WorkerCells,
  type WorkerColumn,
  workerColumns,
} from '#domain/people/roster-columns';
import type { Unsaid, WorkerFacts } from '#domain/people/worker';
import { problem } from '#domain/problem';

/** Facts without a column in the file are absent and stay as they are. */
export type RosterFacts = Omit<WorkerFacts, Unsaid> & Partial<Pick<WorkerFacts, Unsaid>>;

export type RosterRow = Readonly<{ line: number; nik: string; facts: RosterFacts }>;

const parse = csvReader(workerColumns);

/** Sets bad lines aside; throws `Refused` for an unreadable file. `firstLine` as in csvReader. */
export const parseRoster = (
  text: string,
  firstLine?: number,
): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> =>
  parse(text, firstLine, rowOf);

function rowOf(
  cells: WorkerCells,
  columns: readonly WorkerColumn[],
): Omit<RosterRow, 'line'> | CsvFault {
  const {
    nik,
    government_paid: governmentPaid,
    ended_on: on,
    ended_reason: reason,
    covered_through: coveredThrough,
    ...facts
  } = cells;
  if (on && !reason)
    return { field: 'ended_reason', value: '', ...problem('ended-without-reason') };
  if (reason && !on) return { field: 'ended_on', value: '', ...problem('ended-without-date') };
  const ended = on && reason ? { on, reason } : null;
  const said: WorkerFacts = { ...facts, coveredThrough, governmentPaid, ended };
  return { nik, facts: withoutUnsaid(said, columns) };
}

/** Not even as `undefined`, which would overwrite the stored fact. */
const withoutUnsaid = (said: WorkerFacts, columns: readonly WorkerColumn[]): RosterFacts =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([fact]) => !(fact in columnOf) || columns.includes(columnOf[fact as Unsaid]),
    ),
  ) as RosterFacts;
