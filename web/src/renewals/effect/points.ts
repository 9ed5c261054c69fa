import { addDays } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { effectTexts } from './texts.ts';

/** Percentage points, with their interval. */
export type Points = Readonly<Record<'points' | 'low' | 'high', number | null>>;

/** `+3,8` or `−1,2`. */
export function useSigned(): (points: number) => string {
  const { decimal, signed } = useFormats();
  return (points) => signed(decimal, points);
}

/** Why the API gives no difference for a cohort as of `day`. */
export function useWhyNoEffect(day: string): (cohort: Renewals) => string {
  const texts = useTexts(effectTexts).why;
  const { date, number } = useFormats();
  return ({ partial, dueOn, effect }) => {
    const comparedOn = addDays(dueOn, effect.byDay);
    if (partial) return texts.partial;
    if (day < comparedOn) return texts.early(date(comparedOn), number(effect.byDay));
    return effect.heldOut.due <= 0 ? texts.noHeldOut : texts.noReminded;
  };
}
