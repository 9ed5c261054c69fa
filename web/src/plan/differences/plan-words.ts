import type { Plan, Step } from '#domain/plan/plan';
import { useLanguage, useTexts } from '../../shared/language.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { textShown } from '../../shared/words/placeholders.ts';
import { useStepDescription } from '../../shared/words/step-name.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { trialTexts } from '../sample/trial-texts.ts';
import type { PlanChange } from './changes.ts';
import { differencesTexts } from './differences-texts.ts';
import type { PlanField } from './facets.ts';

/** `before` holds the name of a step before it was moved. */
export function usePlanWords(before: Plan) {
  const texts = useTexts(differencesTexts);
  const { workerLanguage } = useTexts(wordsTexts);
  const describe = useStepDescription();
  const saidOf = useValueInWords();
  const stepName = (step: Step): string =>
    describe(before.steps.find(({ id }) => id === step.id) ?? step);
  return {
    saidOf,
    nameOf: ({ field, step, language }: PlanChange): string =>
      [
        step ? stepName(step) : null,
        texts.fields[field],
        language ? workerLanguage[language] : null,
      ]
        .filter(Boolean)
        .join(' · '),
  };
}

/** Null for a missing value. */
function useValueInWords(): (change: Pick<PlanChange, 'field'>, value: unknown) => string | null {
  const texts = useTexts(differencesTexts);
  const { everybody } = useTexts(trialTexts);
  const { language } = useLanguage();
  const { clock, number, phone, rupiah, shortDate } = useFormats();
  const describe = useStepDescription();
  const dates = (value: unknown): string =>
    (value as readonly string[]).map(shortDate).join(', ') || texts.differences.nothing;
  const phones = (value: unknown): string =>
    (value as readonly string[]).map(phone).join(', ') || texts.differences.nothing;
  const yesOrNo = (value: unknown): string =>
    value ? texts.differences.yes : texts.differences.no;
  const text = (value: unknown): string => textShown(String(value), language);
  const words: Partial<Record<PlanField, (value: unknown) => string>> = {
    step: () => texts.differences.thisStep,
    when: (value) => describe(value as Step),
    at: (value) => clock(String(value)),
    enabled: yesOrNo,
    toHeldOut: yesOrNo,
    paidEnabled: yesOrNo,
    paused: yesOrNo,
    quietHours: (value) =>
      [(value as Plan['quietHours']).from, (value as Plan['quietHours']).to].map(clock).join('–'),
    quietDays: (value) =>
      (value as Plan['quietDays']).map((day) => texts.quietDays[day]).join(', ') ||
      texts.differences.nothing,
    catchUpDays: (value) => texts.days(number(value as number)),
    holdoutPercent: (value) => `${value}%`,
    monthlyBudgetRupiah: (value) => (value === null ? texts.noLimit : rupiah(value as number)),
    addedHolidays: dates,
    removedHolidays: dates,
    onlyTo: (value) => (value === null ? everybody : phones(value)),
    testPhones: phones,
    texts: text,
    priceChangeTexts: text,
    paidTexts: text,
  };
  return ({ field }, value) =>
    value === undefined ? null : (words[field]?.(value) ?? String(value));
}
