import type { Problem } from '#domain/problem';

export type Reading<T> = Readonly<{ value: T }> | Problem;

/** `headings`: other names for it · `faultCosts`: what is not used where a cell cannot be read. */
export type Column = Readonly<{
  optional: boolean;
  faultCosts: 'line' | 'cell';
  headings: readonly string[];
  read: (text: string) => Reading<unknown>;
}>;
export type Columns = Readonly<Record<string, Column>>;

type ValueOf<R> = R extends { value: infer V } ? V : never;

/** A line has to say something usable in these; `undefined` where it says nothing. */
type Needed = Readonly<{ optional: false; faultCosts: 'line' }>;

export type CellsOf<C extends Columns> = {
  readonly [Name in keyof C]:
    | ValueOf<ReturnType<C[Name]['read']>>
    | (C[Name] extends Needed ? never : undefined);
};

export const isNeeded = (column: Column | undefined): boolean =>
  column?.optional === false && column.faultCosts === 'line';
