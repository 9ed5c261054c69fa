import { type Cell, csvText } from '#domain/csv/text';

type Unit = 'count' | 'rupiah' | 'share' | 'points' | 'text';

/** `path`: in the API's answer, `rates.onTime`. A text is a month, day or flag; a share ≤ 1. */
export type Figure = Readonly<{ path: string; heading: string; unit: Unit }>;

export const figures = (
  unit: Unit,
  headings: Readonly<Record<string, string>>,
): readonly Figure[] =>
  Object.entries(headings).map(([path, heading]) => ({ path, heading, unit }));

/** The same columns whatever is in them: macros and lookups count on them. */
export const figuresCsv = (columns: readonly Figure[], items: readonly object[]): string =>
  csvText([
    columns.map(({ heading }) => heading),
    ...items.map((item) => columns.map(({ path }) => cellOf(valueAt(item, path) ?? unnamed(path)))),
  ]);

/** A channel or a reason of which there is nothing is not named. */
export const unnamed = (path: string): 0 | null =>
  path.startsWith('receipts.') || path.includes('skipped.') ? 0 : null;

function valueAt(item: object, path: string): unknown {
  let value: unknown = item;
  for (const name of path.split('.'))
    value = typeof value === 'object' && value !== null ? Object(value)[name] : undefined;
  return value;
}

export function cellOf(value: unknown): Cell {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'number') return Number(value.toFixed(decimals));
  return typeof value === 'string' ? value : null;
}

/** 0,3256 is 32,56 %; Excel cannot show the 17 digits that a fraction may have. */
const decimals = 4;
