import type { Cell } from '#domain/csv/text';

/** A file that is built on request. */
export type SavedCsv = Readonly<{ name: string; rows: () => readonly (readonly Cell[])[] }>;

type Fact = Cell | undefined | readonly string[];

/** A heading of facts, then a row per item; a list goes into one cell. */
export const factRows = <Name extends string>(
  facts: readonly Name[],
  items: readonly Readonly<Partial<Record<Name, Fact>>>[],
): ReturnType<SavedCsv['rows']> => [
  facts,
  ...items.map((item) => facts.map((fact) => cellOf(item[fact]))),
];

const cellOf = (fact: Fact): Cell =>
  typeof fact === 'object' ? (fact?.join(' ') ?? null) : (fact ?? null);
