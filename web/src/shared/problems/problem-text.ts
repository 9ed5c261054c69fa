import type { Problem } from '#domain/problem';
import { useLanguage } from '../language.tsx';
import { useFormats } from '../words/format.ts';
import type { Said } from './said.ts';
import { inWords } from './words.ts';

/** Problems in the chosen language. `own`: the page's names of steps or columns. */
export function useProblemText(
  own: Partial<Pick<Said, 'step' | 'column'>> = {},
): (problem: Problem) => string {
  const { language } = useLanguage();
  const said = { ...useFormats(), step: numbered, column: asNamed, ...own };
  return (problem) => inWords(language, problem, said);
}

const numbered = (index: number): string => String(index + 1);
const asNamed = (name: string): string => name;

export const asSentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
