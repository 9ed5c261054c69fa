import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import { useLanguage, useTexts } from '../language.tsx';
import { useFormats } from './format.ts';
import { paidStep } from './paid-step.ts';
import { stepDescriptionIn, stepNameIn } from './step-words.ts';
import { wordsTexts } from './words.ts';

export const useStepName = () => stepNameIn(useLanguage().language);

export const useStepDescription = () => stepDescriptionIn(useLanguage().language);

type Run = Readonly<{ step: string; time: string; zone: Zone }>;

/** `09.00 WIB`. Payments are confirmed whenever texts may leave. */
export function useRunTime(): (run: Run) => string {
  const { allDay } = useTexts(wordsTexts).step;
  const { clock } = useFormats();
  return ({ step, time, zone }) =>
    `${step === paidStep ? allDay : clock(time)} ${abbreviationOf(zone)}`;
}
