import { cellText } from '#domain/csv/cell-text';
import type { Columns } from '#domain/csv/column';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

/** `named`: our column behind each heading; null where it is none of ours. */
type Header<Name> = Readonly<{ named: readonly (Name | null)[]; unknown: readonly string[] }>;

/** Throws `Refused` for a missing or repeated column. Empty ones, as Excel saves, are ignored. */
export function headerCheck<C extends Columns>(columns: C) {
  type Name = keyof C & string;
  const names = Object.keys(columns) as Name[];
  const required = names.filter((name) => !columns[name]?.optional);
  const right = { required, optional: names.filter((name) => columns[name]?.optional) };
  const columnByHeading = new Map(
    names.flatMap((name) =>
      [name, ...(columns[name]?.headings ?? [])].map(
        (heading) => [heading as string, name] as const,
      ),
    ),
  );

  return (cells: readonly string[]): Header<Name> => {
    const headings = cells.map(cellText);
    if (headings.every((heading) => heading === ''))
      throw refused('invalid', problem('empty-file', right));
    const named = headings.map((heading) => columnByHeading.get(simplified(heading)) ?? null);
    const unknown = [...new Set(headings.filter((heading, at) => heading && !named[at]))];
    const known = new Set(named);
    const missing = required.filter((column) => !known.has(column));
    if (missing.length > 0) {
      const others = unknown.slice(0, 3).map((heading) => heading.slice(0, 30));
      throw refused('invalid', problem('missing-columns', { ...right, names: missing, others }));
    }
    const twice = names.filter((name) => named.indexOf(name) !== named.lastIndexOf(name));
    if (twice.length > 0)
      throw refused('invalid', problem('repeated-columns', { ...right, names: twice }));
    return { named, unknown };
  };
}

export const simplified = (heading: string): string =>
  heading.toLowerCase().replace(/[\s.-]+/g, '_');
