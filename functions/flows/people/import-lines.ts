import type { Problem } from '#domain/problem';

/** What became of a line of a file: taken in with one of the import's own statuses, or set aside as a conflict with what is known. */
export type Line<Status extends string> = Readonly<{ line: number }> &
  (Readonly<{ status: Status }> | Conflicting);
type Conflicting = Problem & Readonly<{ status: 'conflict' }>;

/** A line that contradicts what is known, as it is listed. */
export type Conflict = Problem & Readonly<{ line: number }>;

export const conflict = ({ code, values, reason }: Problem): Conflicting => ({
  status: 'conflict',
  code,
  values,
  reason,
});

/** The lines of a file counted, and its conflicts in the file's order. */
export function summed<Status extends string>(lines: readonly Line<Status>[]) {
  const count = (status: Status): number => lines.filter((line) => line.status === status).length;
  const conflicts = lines
    .flatMap((each): readonly Conflict[] => {
      if (!('reason' in each)) return [];
      const { status: _, ...listed } = each;
      return [listed];
    })
    .sort((a, b) => a.line - b.line);
  return { accepted: lines.length - conflicts.length, count, conflicts };
}
