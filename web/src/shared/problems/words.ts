import type { Problem, ProblemCode } from '#domain/problem';
import { fileWords } from './file-words.ts';
import { importWords } from './import-words.ts';
import { paymentWords } from './payment-words.ts';
import { planWords } from './plan-words.ts';
import { requestWords } from './request-words.ts';
import type { Said, Words } from './said.ts';
import { workerWords } from './worker-words.ts';

const id: Words<ProblemCode> = {
  ...requestWords.id,
  ...fileWords.id,
  ...workerWords.id,
  ...paymentWords.id,
  ...importWords.id,
  ...planWords.id,
};
const en: Partial<Words<ProblemCode>> = {
  ...requestWords.en,
  ...fileWords.en,
  ...workerWords.en,
  ...paymentWords.en,
  ...importWords.en,
  ...planWords.en,
};
const texts: Readonly<Record<'id' | 'en', Readonly<Record<string, unknown>>>> = { id, en };

/** The problem in this language. A code newer than this console is shown as the API words it. */
export function inWords(
  language: 'id' | 'en',
  { code, values, reason }: Problem,
  said: Said,
): string {
  const words = texts[language][code];
  if (typeof words === 'string') return words;
  return typeof words === 'function' ? words(values, said) : reason;
}
