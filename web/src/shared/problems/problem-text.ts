import type { Problem } from '#domain/problem';
import { useFormats } from '../format.ts';
import { useLanguage } from '../language.tsx';
import type { Said } from './said.ts';
import { inWords } from './words.ts';

/** Says problems in the language that is spoken. `own`: how the page at hand calls its steps or columns. */
export function useProblemText(
  own: Partial<Pick<Said, 'step' | 'column'>> = {},
): (problem: Problem) => string {
  const { language } = useLanguage();
  const said = { ...useFormats(), step: numbered, column: asNamed, ...own };
  return (problem) => inWords(language, problem, said);
}

const numbered = (index: number): string => String(index + 1);
const asNamed = (name: string): string => name;

/** As a sentence of its own. */
export const asSentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
