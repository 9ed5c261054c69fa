import { longestLine } from '#domain/csv/lines/line';
import { type Piece as Cut, NoCsv } from '#domain/csv/pieces';
import type { Import } from '#domain/imports/import';
import { nikCells, refuseRoundedNiks } from '#domain/people/roster/rounded-niks';
import { type Problem, problem } from '#domain/problem';
import { Refused } from '#domain/refused';
import { kinds } from '#flows/imports/kinds';

/** What makes a file unfit as a whole; all else costs a line. */
export function judge({ kind }: Import, { text, firstLine }: Cut, isFirst: boolean): void {
  if (isFirst || text.includes('\uFFFD')) kinds[kind].read(text, firstLine);
  refuseRoundedNiks(nikCells(text));
}

const noCsv = {
  'not-text': () => problem('import-not-text'),
  empty: () => problem('import-empty'),
  'no-header': () => problem('no-header', { most: longestLine }),
} as const satisfies Record<NoCsv['why'], () => Problem>;

/** Of the file as a whole; null for what may pass. */
export function faultOf(error: unknown): Problem | null {
  if (error instanceof NoCsv) return noCsv[error.why]();
  return error instanceof Refused && error.code !== 'busy' ? (error.issues[0] ?? null) : null;
}
