import type { Warning } from '#domain/csv/table';
import type { Problem } from '#domain/problem';

export type Line<Status extends string> = Readonly<{ line: number }> &
  (Readonly<{ status: Status }> | Conflicting);
type Conflicting = Problem & Readonly<{ status: 'conflict' }>;

export type Conflict = Problem & Readonly<{ line: number }>;

export const conflict = ({ code, values, reason }: Problem): Conflicting => ({
  status: 'conflict',
  code,
  values,
  reason,
});

/** Of lines that count: nothing of the others is used, so their cells are not worth a word. */
export function warningsOf(
  warnings: readonly Warning[],
  ...others: readonly (readonly Readonly<{ line: number }>[])[]
): readonly Warning[] {
  const unusedLines = new Set(others.flat().map(({ line }) => line));
  return warnings.filter(({ line }) => !unusedLines.has(line));
}

export function summed<Status extends string>(lines: readonly Line<Status>[]) {
  const count = (status: Status): number => lines.filter((line) => line.status === status).length;
  const conflicts = lines
    .flatMap((each): readonly Conflict[] => {
      if (!('reason' in each)) return [];
      const { line, code, values, reason } = each;
      return [{ line, code, values, reason }];
    })
    .sort((a, b) => a.line - b.line);
  return { accepted: lines.length - conflicts.length, count, conflicts };
}
