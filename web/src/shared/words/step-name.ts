import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import { useTexts } from '../language.tsx';
import { useFormats } from './format.ts';
import { paidStep } from './paid-step.ts';
import { wordsTexts } from './words.ts';

type Sent = Readonly<{ step: string; planned: Planned }>;

/** `5 hari sebelum jatuh tempo`, as it was in the version of the plan that sent it. */
export function useStepName(): (sent: Sent) => string {
  const describe = useStepDescription();
  const { paid } = useTexts(wordsTexts).step;
  return ({ step, planned }) => {
    if (step === paidStep) return paid;
    return planned ? describe(planned) : step;
  };
}

/** When a step is, in words. */
export function useStepDescription(): (step: Pick<Step, 'anchor' | 'offsetDays'>) => string {
  const texts = useTexts(wordsTexts).step;
  const { number } = useFormats();
  return ({ anchor, offsetDays }) => {
    if (offsetDays === 0) return texts[anchor].on;
    return texts[anchor][offsetDays < 0 ? 'before' : 'after'](number(Math.abs(offsetDays)));
  };
}

type Run = Readonly<{ step: string; time: string; zone: Zone }>;

/** `09.00 WIB`. Payments are confirmed whenever texts may leave. */
export function useRunTime(): (run: Run) => string {
  const { allDay } = useTexts(wordsTexts).step;
  const { clock } = useFormats();
  return ({ step, time, zone }) =>
    `${step === paidStep ? allDay : clock(time)} ${abbreviationOf(zone)}`;
}
