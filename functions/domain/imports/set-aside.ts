import type { Rejection, Warning } from '#domain/csv/table';
import { csvLine, csvText } from '#domain/csv/text';
import type { Problem } from '#domain/problem';

/** Lines that were not applied, and cells that were not used, of a file or a piece of one. */
export type SetAside = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly (Problem & Readonly<{ line: number }>)[];
  warnings: readonly Warning[];
}>;

const headings = ['line', 'kind', 'field', 'value', 'code', 'reason', 'values'];
export const setAsideHeader = csvText([headings]);

/** A line each, in the order of the file; empty where there is none. */
export function setAsideLines({ rejected, conflicts, warnings }: SetAside): string {
  const whole = conflicts.map((each) => ({ ...each, field: '', value: '' }));
  const all = [
    ...rejected.map((each) => ({ ...each, kind: 'rejected' })),
    ...whole.map((each) => ({ ...each, kind: 'conflict' })),
    ...warnings.map((each) => ({ ...each, kind: 'warning' })),
  ].sort((a, b) => a.line - b.line);
  return all
    .map(({ line, kind, field, value, code, reason, values }) =>
      csvLine([line, kind, field, value, code, reason, JSON.stringify(values)]),
    )
    .map((line) => `${line}\r\n`)
    .join('');
}

export type SetAsideLine = Rejection & Readonly<{ kind: string }>;

/** An apostrophe before a formula stays. Of a text that was cut off only whole lines are read. */
export const readSetAside = (text: string): readonly SetAsideLine[] =>
  rowsIn(text)
    .slice(1)
    .map(
      ([line = '', kind = '', field = '', value = '', code = '', reason = '', values = '{}']) => ({
        ...{ line: Number(line), kind, field, value, reason },
        ...({ code, values: JSON.parse(values) } as Pick<Problem, 'code' | 'values'>),
      }),
    );

function rowsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(aCell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A cell and what ends it. */
const aCell = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy;
