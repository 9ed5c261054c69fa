import type { Rejection, Warning } from '#domain/csv/table';
import { csvLine, csvText } from '#domain/csv/text';
import type { Problem } from '#domain/problem';

/** Lines that were not applied, and cells that were not used, of a file or a piece of one. */
export type SetAside = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly (Problem & Readonly<{ line: number }>)[];
  warnings: readonly Warning[];
}>;

/** The first line of the list of what was refused. */
export const setAsideHeader = csvText([['line', 'kind', 'field', 'value', 'code', 'reason']]);

/** A line each, in the order of the file; empty where there is none. */
export function setAsideLines({ rejected, conflicts, warnings }: SetAside): string {
  const whole = conflicts.map((each) => ({ ...each, field: '', value: '' }));
  const all = [
    ...rejected.map((each) => ({ ...each, kind: 'rejected' })),
    ...whole.map((each) => ({ ...each, kind: 'conflict' })),
    ...warnings.map((each) => ({ ...each, kind: 'warning' })),
  ].sort((a, b) => a.line - b.line);
  return all
    .map(({ line, kind, field, value, code, reason }) =>
      csvLine([line, kind, field, value, code, reason]),
    )
    .map((line) => `${line}\r\n`)
    .join('');
}
