import { useTexts } from '../language.tsx';
import { useFormats } from '../words/format.ts';
import { wordsTexts } from '../words/words.ts';

/** Consecutive months, as those of one payment and those owed are. */
export function useMonths(): (months: readonly string[]) => string {
  const texts = useTexts(wordsTexts);
  const { month, number } = useFormats();
  return (months) => {
    const [first = null, last = first] = [months[0], months.at(-1)];
    return months.length > 2
      ? texts.months(month(first), month(last), number(months.length))
      : months.map(month).join(', ');
  };
}
