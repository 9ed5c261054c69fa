export type Rows = readonly (readonly string[])[];

/**
 * `parts`: each is measured in a process of its own, since handlers keep their clients for as long
 * as one lives, and answers rows with a cell for each column.
 */
export type Subject = Readonly<{
  title: string;
  /** What was done, in sentences, so that it can be repeated and doubted. */
  how: string;
  columns: readonly string[];
  parts: Readonly<Record<string, () => Promise<Rows>>>;
}>;

export const figure = (value: number, digits = 2): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
