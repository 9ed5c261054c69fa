import type { CsvFault } from '#domain/csv/lines/read-row';
import { csvReader, type Rejection, type Warning } from '#domain/csv/table';
import { type WorkerCells, workerColumns } from '#domain/people/roster/roster-columns';
import { nikCells, refuseRoundedNiks } from '#domain/people/roster/rounded-niks';
import { unsaid, type WorkerFacts } from '#domain/people/worker';
import { problem } from '#domain/problem';

/** What a new worker has where their line says nothing that can be used. */
export const unsaidByLine = {
  ...unsaid,
  phone: null,
  language: 'id',
} as const satisfies Partial<WorkerFacts>;
type Unsaid = keyof typeof unsaidByLine;

/** Facts of which the line says nothing usable are absent and stay as they are. */
export type RosterFacts = Omit<WorkerFacts, Unsaid> & Partial<Pick<WorkerFacts, Unsaid>>;

export type RosterRow = Readonly<{ line: number; nik: string; facts: RosterFacts }>;

export type ReadRoster = Readonly<{
  rows: readonly RosterRow[];
  rejected: readonly Rejection[];
  warnings: readonly Warning[];
}>;

const parse = csvReader(workerColumns);

/** Sets bad lines aside; throws `Refused` for an unreadable file. `firstLine` as in csvReader. */
export function parseRoster(text: string, firstLine?: number): ReadRoster {
  const parsed = parse(text, firstLine, rowOf);
  refuseRoundedNiks(nikCells(text));
  return parsed;
}

function rowOf(cells: WorkerCells): Omit<RosterRow, 'line'> | CsvFault {
  const {
    nik,
    government_paid: governmentPaid,
    ended_on: on,
    ended_reason: reason,
    covered_through: coveredThrough,
    member_since: memberSince,
    ...facts
  } = cells;
  if (on && !reason)
    return { field: 'ended_reason', value: '', ...problem('ended-without-reason') };
  if (reason && !on) return { field: 'ended_on', value: '', ...problem('ended-without-date') };
  const ended = on && reason ? { on, reason } : on === undefined ? undefined : null;
  return { nik, facts: saidOnly({ ...facts, coveredThrough, governmentPaid, memberSince, ended }) };
}

type MaybeSaid = Omit<WorkerFacts, Unsaid> & {
  readonly [Fact in Unsaid]: WorkerFacts[Fact] | undefined;
};

/** Not even as `undefined`, which would overwrite the stored fact. */
const saidOnly = (facts: MaybeSaid): RosterFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as RosterFacts;
