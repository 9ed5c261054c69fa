import { Refused } from '#domain/refused';
import type { Request } from '#handlers/request';

/** A CSV as a call brings it: `?firstLine=` where its first row stands in the whole file, `?dryRun=true` to change nothing. */
type CsvCall = Readonly<{ text: string; firstLine: number | undefined; dryRun: boolean }>;

const maxBytes = 1_000_000;

/** Refuses what is too large for a call; `command` is what cuts a file for the one who sends it. */
export function csvCall(
  { text, query }: Pick<Request, 'text' | 'query'>,
  command: string,
): CsvCall {
  if (Buffer.byteLength(text) > maxBytes)
    throw new Refused(
      'too-large',
      `The file has ${Buffer.byteLength(text)} bytes; one call takes at most ${maxBytes}: cut it, or use ${command}`,
    );
  return { text, firstLine: lineIn(query.firstLine), dryRun: isDry(query.dryRun) };
}

function lineIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const line = Number(text);
  if (Number.isInteger(line) && line > 0) return line;
  throw new Refused('invalid', `firstLine=${text} is not a line number`, {
    firstLine: 'is not a whole number above 0',
  });
}

/** Anything but `true` and `false` is refused: who writes dryRun=yes does not want to import. */
function isDry(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new Refused('invalid', `dryRun=${text} is neither true nor false`, {
    dryRun: 'is neither true nor false',
  });
}
