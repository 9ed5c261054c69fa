import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import { type UiLanguage, useLanguage, useTexts } from '../language.tsx';
import { useFormats } from './format.ts';
import { paidStep } from './paid-step.ts';
import { wordsTexts } from './words.ts';

type Sent = Readonly<{ step: string; planned: Planned }>;

/** `5 hari sebelum jatuh tempo`, as it was in the version of the plan that sent it. */
export const stepNameIn =
  (language: UiLanguage) =>
  ({ step, planned }: Sent): string => {
    if (step === paidStep) return wordsTexts[language].step.paid;
    return planned ? stepDescriptionIn(language)(planned) : step;
  };

export const useStepName = () => stepNameIn(useLanguage().language);

/** When a step is, in words. */
export const stepDescriptionIn =
  (language: UiLanguage) =>
  ({ anchor, offsetDays }: Pick<Step, 'anchor' | 'offsetDays'>): string => {
    const words = wordsTexts[language].step[anchor];
    if (offsetDays === 0) return words.on;
    return words[offsetDays < 0 ? 'before' : 'after'](String(Math.abs(offsetDays)));
  };

export const useStepDescription = () => stepDescriptionIn(useLanguage().language);

type Run = Readonly<{ step: string; time: string; zone: Zone }>;

/** `09.00 WIB`. Payments are confirmed whenever texts may leave. */
export function useRunTime(): (run: Run) => string {
  const { allDay } = useTexts(wordsTexts).step;
  const { clock } = useFormats();
  return ({ step, time, zone }) =>
    `${step === paidStep ? allDay : clock(time)} ${abbreviationOf(zone)}`;
}
