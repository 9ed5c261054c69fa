import type { ImportShown } from '#flows/imports/show-import';
import { rupiah } from '../numbers.ts';

/** An import as `GET /api/imports/{importId}` shows it. */
export type Shown = ImportShown;

/** `counts`: those of the answer and the words for them, in the order of the summary. */
export type Wording = Readonly<{
  /** What a row is: worker or payment. */
  row: string;
  counts: Readonly<Partial<Record<keyof Shown['counts'], string>>>;
  /** The usual cause of a conflict. */
  conflict: string;
}>;

/** What came of it, and where the list of what was refused lies. */
export function summary(seen: Shown, list: string | null, words: Wording): string {
  const { counts, dryRun } = seen;
  const sums = Object.entries(words.counts).map(
    ([name, called]) => `${counts[name as keyof typeof counts]} ${called}`,
  );
  return [
    `${dryRun ? 'Dry run, nothing is written. ' : ''}${sums.join(', ')}.`,
    ...moneyIn(seen),
    ...setAsideIn(seen, words),
    ...(list ? [`Each has its line number and reason in ${list}`] : []),
    ...(seen.refusedThrough
      ? [`That list ends with line ${seen.refusedThrough} of the file: those below come next time`]
      : []),
  ].join('\n');
}

const moneyIn = ({ rupiah: money }: Shown): readonly string[] =>
  money
    ? [
        `${rupiah(money.total)} in all: ${rupiah(money.recorded)} recorded, ` +
          `${rupiah(money.alreadyRecorded)} already recorded, ${rupiah(money.refused)} refused.`,
        ...(money.flagged > 0 ? [`${rupiah(money.flagged)} of it is flagged: look at it.`] : []),
      ]
    : [];

function setAsideIn({ counts }: Shown, { conflict }: Wording): readonly string[] {
  const { rejected, conflicts, warnings } = counts;
  const reasons = [
    ...(rejected > 0 ? [`${rejected} rejected (a mistake in the line)`] : []),
    ...(conflicts > 0 ? [`${conflicts} in conflict with what is known (${conflict})`] : []),
  ];
  return [
    ...(reasons.length > 0 ? [`Set aside: ${reasons.join(', ')}.`] : []),
    ...(warnings > 0
      ? [`Warnings: ${warnings} (a cell or column that is not used; all else of its line is).`]
      : []),
  ];
}
