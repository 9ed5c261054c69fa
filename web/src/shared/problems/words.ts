import type { Problem, ProblemCode, ValuesOf } from '#domain/problem';
import { fileWords } from './file-words.ts';
import { paymentWords } from './payment-words.ts';
import { planWords } from './plan-words.ts';
import { requestWords } from './request-words.ts';
import { workerWords } from './worker-words.ts';

/** How a language writes dates and times, what the steps of the plan at hand are called, and the columns of the file. */
export type Said = Readonly<{
  date: (day: string) => string;
  month: (month: string) => string;
  clock: (time: string) => string;
  step: (index: number) => string;
  column: (name: string) => string;
}>;

/** The words for each code: a code that has none does not compile, nor do values that it does not have. */
export type Words<Code extends ProblemCode> = {
  readonly [C in Code]: string | ((values: ValuesOf<C>, said: Said) => string);
};

/** In English the API's own sentence stands, which its table holds for every code, but where the console says it better. */
export type Texts<Code extends ProblemCode> = Readonly<{
  id: Words<Code>;
  en: Partial<Words<Code>>;
}>;

const id: Words<ProblemCode> = {
  ...requestWords.id,
  ...fileWords.id,
  ...workerWords.id,
  ...paymentWords.id,
  ...planWords.id,
};
const en: Partial<Words<ProblemCode>> = {
  ...requestWords.en,
  ...fileWords.en,
  ...workerWords.en,
  ...paymentWords.en,
  ...planWords.en,
};
const texts: Readonly<Record<'id' | 'en', Readonly<Record<string, unknown>>>> = { id, en };

/** The problem in this language, by its code. What is newer than this console is said as the API says it. */
export function inWords(
  language: 'id' | 'en',
  { code, values, reason }: Problem,
  said: Said,
): string {
  const words = texts[language][code];
  if (typeof words === 'string') return words;
  return typeof words === 'function' ? words(values, said) : reason;
}
