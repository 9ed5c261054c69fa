import type { ApiError } from '../api.ts';
import { asSentence, useProblemText } from './problem-text.ts';

/** The API's issue with this field, in the chosen language. */
export function useFieldError(error: ApiError | null): (field: string) => string | undefined {
  const said = useProblemText();
  return (field) => {
    const issue = error?.issues.find(({ path }) => path === field);
    return issue && asSentence(said(issue));
  };
}
