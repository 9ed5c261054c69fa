import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { inQuery } from '#handlers/query';
import type { Request } from '#handlers/request';

/** A CSV as a call brings it: `?firstLine=` where its first row stands in the whole file, `?dryRun=true` to change nothing. */
type CsvCall = Readonly<{ text: string; firstLine: number | undefined; dryRun: boolean }>;

const maxBytes = 1_000_000;

/** Refuses what is too large for a call; `command` is what cuts a file for the one who sends it. */
export function csvCall(
  { text, query }: Pick<Request, 'text' | 'query'>,
  command: string,
): CsvCall {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    throw refused('too-large', problem('too-many-bytes', { bytes, most: maxBytes, command }));
  return { text, firstLine: lineIn(query.firstLine), dryRun: isDry(query.dryRun) };
}

function lineIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const line = Number(text);
  if (Number.isInteger(line) && line > 0) return line;
  throw inQuery('firstLine', text, problem('not-a-line-number'));
}

/** Anything but `true` and `false` is refused: who writes dryRun=yes does not want to import. */
function isDry(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw inQuery('dryRun', text, problem('not-true-or-false'));
}
