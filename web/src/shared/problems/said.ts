import type { ProblemCode, ValuesOf } from '#domain/problem';

/** How a language writes days and times, and what the page calls its steps and columns. */
export type Said = Readonly<{
  date: (day: string) => string;
  month: (month: string) => string;
  clock: (time: string) => string;
  step: (index: number) => string;
  column: (name: string) => string;
}>;

/** A code without words does not compile, nor do words that use values which their code lacks. */
export type Words<Code extends ProblemCode> = {
  readonly [C in Code]: string | ((values: ValuesOf<C>, said: Said) => string);
};

/** English uses the API's own sentence, except where the console has a better one. */
export type Texts<Code extends ProblemCode> = Readonly<{
  id: Words<Code>;
  en: Partial<Words<Code>>;
}>;
