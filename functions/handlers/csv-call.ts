import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { inQuery } from '#handlers/query';
import type { Request } from '#handlers/request';

/** `firstLine` is the line of its first row in the whole file. */
type CsvCall = Readonly<{ text: string; firstLine: number | undefined; dryRun: boolean }>;

const maxBytes = 1_000_000;

/** Refuses a file that is too large for a call; `command` cuts such a file for its sender. */
export function csvCall(
  { text, query }: Pick<Request, 'text' | 'query'>,
  command: string,
): CsvCall {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    throw refused('too-large', problem('too-many-bytes', { bytes, most: maxBytes, command }));
  return { text, firstLine: lineIn(query.firstLine), dryRun: isDry(query.dryRun) };
}

type Lines = Readonly<Record<'rejected' | 'conflicts' | 'warnings', readonly unknown[]>>;

/** How many lines of each kind there were, for the log and the audit log. */
export const countsOf = <I extends Lines>(imported: I, { dryRun }: Pick<CsvCall, 'dryRun'>) => ({
  ...imported,
  dryRun,
  rejected: imported.rejected.length,
  conflicts: imported.conflicts.length,
  warnings: imported.warnings.length,
});

function lineIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const line = Number(text);
  if (Number.isInteger(line) && line > 0) return line;
  throw inQuery('firstLine', text, problem('not-a-line-number'));
}

/** Refuses anything but `true` and `false`: dryRun=yes was not meant as an import. */
function isDry(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw inQuery('dryRun', text, problem('not-true-or-false'));
}
