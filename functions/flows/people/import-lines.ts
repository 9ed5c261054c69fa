/** What became of a line of a file: taken in with one of the import's own statuses, or set aside as a conflict with what is known. */
export type Line<Status extends string> = Readonly<
  { line: number } & ({ status: Status } | { status: 'conflict'; reason: string })
>;

/** The lines of a file counted, and its conflicts in the file's order. */
export function summed<Status extends string>(lines: readonly Line<Status>[]) {
  const count = (status: Status): number => lines.filter((line) => line.status === status).length;
  const conflicts = lines
    .flatMap((line) => ('reason' in line ? [{ line: line.line, reason: line.reason }] : []))
    .sort((a, b) => a.line - b.line);
  return { accepted: lines.length - conflicts.length, count, conflicts };
}
