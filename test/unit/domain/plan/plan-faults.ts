import { expect } from 'vitest';
import { checkPlan } from '#domain/plan/checks/plan-check';
import type { Plan, Step } from '#domain/plan/plan';
import { sentenceOf } from '#domain/problem';
import { settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

export const context = { earlier: [plan], settings, today: '2026-11-11' };

export const faultsOf = (
  draft: unknown,
  earlier: readonly Plan[] = [plan],
): Readonly<Record<string, string>> => {
  const checked = checkPlan(draft, { ...context, earlier });
  const byPath = Map.groupBy('faults' in checked ? checked.faults : [], ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, each]) => [path, each.map(sentenceOf).join('; ')]),
  );
};

/** The first plan with other facts about its first step, `before`. */
export const withFirst = (facts: Partial<Step>): Plan => ({
  ...plan,
  steps: plan.steps.map((step, index) => (index === 0 ? { ...step, ...facts } : step)),
});

export const withStep = (facts: Partial<Step>): Plan => ({
  ...plan,
  steps: [...plan.steps, { ...(plan.steps[0] as Step), id: 'new', ...facts }],
});

/** Exactly one fault, in this place, that reads like this. */
export function expectFault(draft: unknown, place: string, sentence: RegExp): void {
  const faults = faultsOf(draft);
  expect(Object.keys(faults)).toEqual([place]);
  expect(faults[place]).toMatch(sentence);
}

export const saying = (id: string): Plan => withFirst({ texts: { id } });
