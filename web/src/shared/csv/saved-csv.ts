import type { Cell } from '#domain/csv/text';

/** A file that is built on request. */
export type SavedCsv = Readonly<{ name: string; rows: () => readonly (readonly Cell[])[] }>;

type Fact = Cell | undefined | readonly string[];

/** A row per item below its heads, which are Indonesian; a list goes into one cell. */
export const factRows = <Name extends string>(
  heads: Readonly<Record<Name, string>>,
  items: readonly Readonly<Partial<Record<Name, Fact>>>[],
): ReturnType<SavedCsv['rows']> => [
  Object.values(heads),
  ...items.map((item) => (Object.keys(heads) as Name[]).map((name) => cellOf(item[name]))),
];

function cellOf(fact: Fact): Cell {
  if (typeof fact === 'boolean') return fact ? 'ya' : 'tidak';
  return typeof fact === 'object' ? (fact?.join(' ') ?? null) : (fact ?? null);
}
