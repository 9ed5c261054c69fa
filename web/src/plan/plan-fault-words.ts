import type { Step } from '#domain/plan/plan';

type Words = Readonly<{
  steps: readonly Step[];
  describe: (step: Step) => string;
  translated: (sentence: string) => string;
  formats: Readonly<{
    date: (day: string) => string;
    month: (month: string) => string;
    clock: (time: string) => string;
  }>;
}>;

/** What the API says is wrong with a plan of these steps, without its ids, places and machine's dates. */
export const faultInWords = (
  sentence: string,
  { steps, describe, translated, formats }: Words,
): string =>
  formatted(translated(withStepNames(withoutLists(sentence), { steps, describe })), formats);

/** A list that is too long stands in front of the sentence, as JSON. */
const withoutLists = (sentence: string): string =>
  sentence.replace(/^\[.*(?=is not a list of at most)/, '');

/** `steps.1 ("eve")` is `“1 hari sebelum jatuh tempo”`. */
const withStepNames = (
  sentence: string,
  { steps, describe }: Pick<Words, 'steps' | 'describe'>,
): string =>
  sentence.replace(/steps\.(\d+)(?: \("[^"]*"\))?/g, (found, at: string) => {
    const step = steps[Number(at)];
    return step ? `“${describe(step)}”` : found;
  });

/** What stands in quotation marks, or is a placeholder, somebody wrote so. */
const formatted = (sentence: string, { date, month, clock }: Words['formats']): string =>
  sentence.replace(
    /“[^”]*”|"[^"]*"|\{[^{}]*\}|\b\d{4}-\d{2}(-\d{2})?\b|\b\d{2}:\d{2}\b/g,
    (found, day?: string) => {
      if (/^[“"{]/.test(found)) return found;
      if (found.includes(':')) return clock(found);
      return day ? date(found) : month(found);
    },
  );
