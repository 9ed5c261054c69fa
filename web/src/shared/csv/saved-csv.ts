type Cell = string | number | boolean | null | undefined | readonly string[];

/** A file that is made when somebody asks for it. */
export type SavedCsv = Readonly<{ name: string; rows: () => readonly (readonly Cell[])[] }>;

/** The names of the facts, then a row an item. */
export const factRows = <Fact extends string>(
  facts: readonly Fact[],
  items: readonly Readonly<Partial<Record<Fact, Cell>>>[],
): ReturnType<SavedCsv['rows']> => [facts, ...items.map((item) => facts.map((fact) => item[fact]))];

/** With a decimal comma, as in the API's own files; a list is one cell. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'object' ? (cell?.join(' ') ?? '') : String(cell ?? '');
}
