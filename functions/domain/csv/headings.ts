import type { Columns } from '#domain/csv/column';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

/** In the header's order. Throws `Refused` for a missing, unknown or repeated column. */
export function headerCheck<C extends Columns>(columns: C) {
  const names = Object.keys(columns) as (keyof C & string)[];
  const required = names.filter((name) => !columns[name]?.optional);
  const right = { required, optional: names.filter((name) => columns[name]?.optional) };
  const columnByHeading = new Map(
    names.flatMap((name) =>
      [name, ...(columns[name]?.headings ?? [])].map(
        (heading) => [heading as string, name] as const,
      ),
    ),
  );

  return (headings: readonly string[]): readonly (keyof C & string)[] => {
    if (headings.every((heading) => heading.trim() === ''))
      throw refused('invalid', problem('empty-file', right));
    const found = headings.map((heading) => columnByHeading.get(simplified(heading)));
    const unknown = headings
      .filter((_, index) => !found[index])
      .map((heading) => heading.slice(0, 30));
    if (unknown.length > 0)
      throw refused(
        'invalid',
        problem('unknown-columns', { ...right, names: unknown.slice(0, 3) }),
      );
    const known = found.filter((column) => column !== undefined);
    const missing = required.filter((column) => !known.includes(column));
    if (missing.length > 0)
      throw refused('invalid', problem('missing-columns', { ...right, names: missing }));
    const twice = known.filter((column, index) => known.indexOf(column) !== index);
    if (twice.length > 0)
      throw refused('invalid', problem('repeated-columns', { ...right, names: twice }));
    return known;
  };
}

const simplified = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
