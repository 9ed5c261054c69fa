import type { Problem } from '#domain/problem';

export type Reading<T> = Readonly<{ value: T }> | Problem;

/** `headings`: other names that a header may use. `optional`: a file may leave it out. */
export type Column = Readonly<{
  optional: boolean;
  headings: readonly string[];
  read: (text: string) => Reading<unknown>;
}>;
export type Columns = Readonly<Record<string, Column>>;

type ValueOf<R> = R extends { value: infer V } ? V : never;

export type CellsOf<C extends Columns> = {
  readonly [Name in keyof C]: ValueOf<ReturnType<C[Name]['read']>>;
};
