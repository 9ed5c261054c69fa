import type { Plan, Step } from '#domain/plan/plan';
import { useTexts } from '../language.tsx';
import { useRead } from '../reading.ts';
import { useFormats } from './format.ts';
import { wordsTexts } from './words.ts';

/** `5 hari sebelum jatuh tempo`; the id of a step that is gone; empty until the plan is loaded. */
export function useStepName(): (id: string) => string {
  const { data: plan, isPending } = useRead<Plan>('/api/plan');
  const describe = useStepDescription();
  return (id) => {
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
