import type { Cell } from '#domain/csv/text';

/** A file that is made when somebody asks for it. */
export type SavedCsv = Readonly<{ name: string; rows: () => readonly (readonly Cell[])[] }>;

type Fact = Cell | undefined | readonly string[];

/** The names of the facts, then a row an item; a list is one cell. */
export const factRows = <Name extends string>(
  facts: readonly Name[],
  items: readonly Readonly<Partial<Record<Name, Fact>>>[],
): ReturnType<SavedCsv['rows']> => [
  facts,
  ...items.map((item) => facts.map((fact) => cellOf(item[fact]))),
];

const cellOf = (fact: Fact): Cell =>
  typeof fact === 'object' ? (fact?.join(' ') ?? null) : (fact ?? null);
