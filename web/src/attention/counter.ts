import { useTexts } from '../shared/language.tsx';
import { useFormats } from '../shared/words/format.ts';
import type { Totals } from './asked.ts';
import { filterTexts } from './filter-texts.ts';

/** `(50 dari 3.000)`; with `lebih dari` where there are more than can be counted. */
export function useCounter(): (shown: number, totals: Totals | undefined) => string | undefined {
  const texts = useTexts(filterTexts);
  const { number } = useFormats();
  return (shown, totals) => {
    if (!totals) return undefined;
    const total = totals.isAll ? number(totals.items) : texts.atLeast(number(totals.items));
    return totals.isAll && totals.items <= shown
      ? texts.whole(number(shown))
      : texts.counter(number(shown), total);
  };
}
