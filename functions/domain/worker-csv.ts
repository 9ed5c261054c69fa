import { csvFields, delimiterOf } from '#domain/csv-line';
import { Refused } from '#domain/refused';
import type { Worker } from '#domain/worker';
import { type WorkerCells, type WorkerColumn, workerColumns } from '#domain/worker-columns';

/** What a roster says about a worker. The last three are absent where the file has no such column: what is known about them stays. */
export type RosterFacts = Readonly<
  Pick<Worker, 'name' | 'phone' | 'province' | 'sector' | 'income' | 'jht' | 'language' | 'coveredThrough'> &
    Partial<Pick<Worker, 'governmentPaid' | 'group' | 'ended'>>
>;

export type RosterRow = Readonly<{ line: number; nik: string; facts: RosterFacts }>;

/** A line that was set aside, with the first thing that is wrong with it. `value` is what the file says: shown to who sent it, never logged. */
export type Rejection = Readonly<{ line: number; field: string; value: string; reason: string }>;

/**
 * Reads a roster or a piece of one, with its header row. `firstLine` is the line at which the piece's first row stands in the whole file.
 * A bad line stops no other. Throws `Refused` where the file as a whole cannot be read: empty, not UTF-8, or without the right header.
 */
export function parseRoster(text: string, firstLine = 2): Readonly<{ rows: readonly RosterRow[]; rejected: readonly Rejection[] }> {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (text.includes(replacement))
    throw notUtf8(header.includes(replacement) ? 1 : firstLine + lines.findIndex((line) => line.includes(replacement)));
  const delimiter = delimiterOf(header);
  const columns = checkHeader(csvFields(header, delimiter) ?? [header]);
  const rows: RosterRow[] = [];
  const rejected: Rejection[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^[\s,;]*$/.test(line)) continue;
    const row = readRow(csvFields(line, delimiter), columns);
    if ('reason' in row) rejected.push({ line: firstLine + index, ...row, value: row.value.slice(0, 100) });
    else rows.push({ line: firstLine + index, ...row });
  }
  return { rows, rejected };
}

/** The columns that these headings name, in their order; throws `Refused` where one is missing, unknown or there twice. */
export function checkHeader(headings: readonly string[]): readonly WorkerColumn[] {
  if (headings.every((heading) => heading.trim() === '')) throw new Refused('invalid', `The file is empty: ${rightHeader}`);
  const columns = headings.map((heading) => columnByHeading.get(simplified(heading)));
  const unknown = headings.filter((_, index) => !columns[index]).map((heading) => heading.slice(0, 30));
  if (unknown.length > 0)
    throw new Refused('invalid', `The header row names ${quoted(unknown.slice(0, 3))}, which is no column: ${rightHeader}`);
  const known = columns.filter((column) => column !== undefined);
  const missing = required.filter((column) => !known.includes(column));
  if (missing.length > 0) throw new Refused('invalid', `The header row lacks ${quoted(missing)}: ${rightHeader}`);
  const twice = known.filter((column, index) => known.indexOf(column) !== index);
  if (twice.length > 0) throw new Refused('invalid', `The header row names ${quoted(twice)} more than once: ${rightHeader}`);
  return known;
}

type Fault = Omit<Rejection, 'line'>;

function readRow(fields: readonly string[] | null, columns: readonly WorkerColumn[]): Omit<RosterRow, 'line'> | Fault {
  if (!fields) return { field: 'line', value: '"', reason: 'has a quotation mark that is not closed' };
  if (fields.length !== columns.length)
    return {
      field: 'line',
      value: String(fields.length),
      reason: `has ${fields.length} fields, but the header row names ${columns.length}`,
    };
  const values: Partial<Record<WorkerColumn, unknown>> = {};
  for (const [index, field] of columns.entries()) {
    const value = fields[index] ?? '';
    const reading = workerColumns[field].read(value);
    if ('reason' in reading) return { field, value, reason: reading.reason };
    values[field] = reading.value;
  }
  return rowOf(values as WorkerCells, columns);
}

function rowOf(cells: WorkerCells, columns: readonly WorkerColumn[]): Omit<RosterRow, 'line'> | Fault {
  const {
    nik,
    government_paid: governmentPaid,
    group,
    ended_on: on,
    ended_reason: reason,
    covered_through: coveredThrough,
    ...facts
  } = cells;
  if (on && !reason) return { field: 'ended_reason', value: '', reason: 'is empty, but ended_on is not: write died, employed or abroad' };
  if (reason && !on)
    return { field: 'ended_on', value: '', reason: 'is empty, but ended_reason is not: write the day, such as 2026-11-16' };
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

const names = Object.keys(workerColumns) as WorkerColumn[];

const required = names.filter((name) => !workerColumns[name].optional);

const rightHeader = `it has to be ${required.join(',')} and may go on with ${names.filter((name) => workerColumns[name].optional).join(',')}`;

const columnByHeading: ReadonlyMap<string, WorkerColumn> = new Map(
  names.flatMap((name) => [name, ...workerColumns[name].headings].map((heading) => [heading, name] as const)),
);

const simplified = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

/** What a decoder puts in the place of bytes that are no UTF-8. */
const replacement = '\uFFFD';

const notUtf8 = (line: number): Refused =>
  new Refused('invalid', `Line ${line} is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost`);
