import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import type { Plan, Step } from '#domain/plan/plan';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { useFormats } from './format.ts';
import { wordsTexts } from './words.ts';

/** The confirmation of a payment (functions/domain/plan/step-of.ts): no plan has such a step. */
export const paidStep = 'paid';

/** `5 hari sebelum jatuh tempo`; the id of a step that is gone; empty until the plan is loaded. */
export function useStepName(): (id: string) => string {
  const { data: plan, isPending } = useRead<Plan>('/api/plan');
  const describe = useStepDescription();
  const { paid } = useTexts(wordsTexts).step;
  return (id) => {
    if (id === paidStep) return paid;
    if (isPending) return '';
    const step = plan?.steps.find((each) => each.id === id);
    return step ? describe(step) : id;
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
