import type { Rejection, Warning } from '#domain/csv/table';
import type { Conflict } from '#flows/people/import-lines';

/** `counts`: fields of the API's answer and the words for them, in the order of the summary. */
export type Wording = Readonly<{
  /** What a row is: worker or payment. */
  row: string;
  counts: Readonly<Record<string, string>>;
  /** The usual cause of a conflict. */
  conflict: string;
}>;

export type Imported = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
  warnings: readonly Warning[];
  /** How many rows each of `counts` has. */
  [count: string]: unknown;
}>;

export type Totals = Record<'rejected' | 'conflicts' | 'warnings', number> & {
  readonly of: Map<string, number>;
};

export const noTotals = (): Totals => ({ rejected: 0, conflicts: 0, warnings: 0, of: new Map() });

export function add(totals: Totals, answer: Imported, { counts }: Wording): void {
  totals.rejected += answer.rejected.length;
  totals.conflicts += answer.conflicts.length;
  totals.warnings += answer.warnings.length;
  for (const name of Object.keys(counts))
    totals.of.set(name, (totals.of.get(name) ?? 0) + Number(answer[name]));
}

export const rowsIn = ({ of }: Totals): number =>
  [...of.values()].reduce((sum, count) => sum + count, 0);

export const setAsideIn = ({ rejected, conflicts }: Totals): number => rejected + conflicts;

type End = Readonly<{
  file: string;
  dryRun: boolean;
  whole: boolean;
  asideFile: string | null;
  warningsFile: string | null;
}>;

/** Empty where the file as a whole was refused: the error that refuses it says enough. */
export function summary(totals: Totals, end: End, { row, counts, conflict }: Wording): string {
  const { file, dryRun, whole, asideFile, warningsFile } = end;
  if (rowsIn(totals) + setAsideIn(totals) === 0)
    return whole ? `${file} has a header row and no ${row} under it.` : '';
  const title = [
    dryRun ? 'Dry run, nothing is written. ' : '',
    whole ? '' : 'Before it stopped: ',
  ].join('');
  const sums = Object.entries(counts).map(
    ([name, words]) => `${totals.of.get(name) ?? 0} ${words}`,
  );
  const { rejected, conflicts, warnings } = totals;
  const reasons = [
    ...(rejected > 0 ? [`${rejected} rejected (a mistake in the line)`] : []),
    ...(conflicts > 0 ? [`${conflicts} in conflict with what is known (${conflict})`] : []),
  ];
  return [
    `${title}${sums.join(', ')}.`,
    ...(asideFile
      ? [`Set aside: ${reasons.join(', ')}.`, `Each has its line number and reason in ${asideFile}`]
      : []),
    ...(warningsFile
      ? [
          `Warnings: ${warnings} (a cell or column that is not used; all else of its line is).`,
          `Each has its line number and reason in ${warningsFile}`,
        ]
      : []),
  ].join('\n');
}
