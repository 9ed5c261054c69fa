import type { Step } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import { paidStep } from './paid-step.ts';
import { wordsTexts } from './words.ts';

type UiLanguage = keyof typeof wordsTexts;

type Sent = Readonly<{ step: string; planned: Planned }>;

/** `5 hari sebelum jatuh tempo`, as it was in the version of the plan that sent it. */
export const stepNameIn =
  (language: UiLanguage) =>
  ({ step, planned }: Sent): string => {
    if (step === paidStep) return wordsTexts[language].step.paid;
    return planned ? stepDescriptionIn(language)(planned) : step;
  };

/** When a step is, in words. */
export const stepDescriptionIn =
  (language: UiLanguage) =>
  ({ anchor, offsetDays }: Pick<Step, 'anchor' | 'offsetDays'>): string => {
    const words = wordsTexts[language].step[anchor];
    if (offsetDays === 0) return words.on;
    return words[offsetDays < 0 ? 'before' : 'after'](String(Math.abs(offsetDays)));
  };
