import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useWhyNoEffect } from '../effect/points.ts';
import { worthTexts } from './texts.ts';

/** Why the API gives no worth for a cohort as of `day`. */
export function useWhyNoWorth(day: string): (cohort: Renewals) => string {
  const { early } = useTexts(worthTexts);
  const { date } = useFormats();
  const whyNoEffect = useWhyNoEffect(day);
  return (cohort) => {
    const { comparedOn } = cohort.effectByLapse;
    return !cohort.partial && day < comparedOn ? early(date(comparedOn)) : whyNoEffect(cohort);
  };
}
