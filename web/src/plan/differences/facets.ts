import type { Plan, Step } from '#domain/plan/plan';

/** One thing that can change in a plan; `when` of a step is its anchor and days together. */
export type PlanField =
  | 'step'
  | 'when'
  | 'at'
  | 'enabled'
  | 'toHeldOut'
  | 'maxParts'
  | 'texts'
  | 'priceChangeTexts'
  | 'paidEnabled'
  | 'paidTexts'
  | 'quietHours'
  | 'quietDays'
  | 'catchUpDays'
  | 'holdoutPercent'
  | 'monthlyBudgetRupiah'
  | 'addedHolidays'
  | 'removedHolidays'
  | 'onlyTo'
  | 'testPhones'
  | 'paused';

export type TextLanguage = keyof Plan['paidText']['texts'];

export type Facet = Readonly<{
  key: string;
  field: PlanField;
  step: Step | null;
  language: TextLanguage | null;
  value: unknown;
}>;

export const facetsByKey = (plan: Plan): ReadonlyMap<string, Facet> =>
  new Map(facetsOf(plan).map((facet) => [facet.key, facet]));

function facetsOf(plan: Plan): readonly Facet[] {
  const {
    steps,
    paidText,
    quietHours,
    quietDays,
    catchUpDays,
    holdoutPercent,
    monthlyBudgetRupiah,
    holidays,
    onlyTo,
    testPhones,
    paused,
  } = plan;
  const whole = {
    quietHours,
    quietDays: [...quietDays].sort(),
    catchUpDays,
    holdoutPercent,
    monthlyBudgetRupiah,
    onlyTo,
    testPhones,
    paused,
  };
  const lists = {
    addedHolidays: [...holidays.add].sort(),
    removedHolidays: [...holidays.remove].sort(),
  };
  const others = { ...whole, ...lists, paidEnabled: paidText.enabled };
  return [
    ...steps.flatMap(facetsOfStep),
    ...textFacets('paidTexts', paidText.texts, null),
    ...Object.entries(others).map(([field, value]) => ({
      key: field,
      field: field as PlanField,
      step: null,
      language: null,
      value,
    })),
  ];
}

function facetsOfStep(step: Step): readonly Facet[] {
  const {
    id,
    anchor,
    offsetDays,
    at,
    enabled,
    toHeldOut,
    maxParts,
    texts,
    priceChangeTexts = {},
  } = step;
  const plain = { step: id, when: { anchor, offsetDays }, at, enabled, toHeldOut, maxParts };
  return [
    ...Object.entries(plain).map(([field, value]) => ({
      ...{ key: `steps.${id}.${field}`, field: field as PlanField, step, language: null, value },
    })),
    ...textFacets('texts', texts, step),
    ...textFacets('priceChangeTexts', priceChangeTexts, step),
  ];
}

const textFacets = (field: PlanField, texts: Step['texts'], step: Step | null): readonly Facet[] =>
  Object.entries(texts).map(([language, value]) => ({
    ...{
      key: `${step ? `steps.${step.id}.` : ''}${field}.${language}`,
      field,
      step,
      language: language as TextLanguage,
      value,
    },
  }));
