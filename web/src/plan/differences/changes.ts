import type { Plan } from '#domain/plan/plan';
import { type Facet, facetsByKey } from './facets.ts';

/** `before` or `after` is undefined where there was or is nothing. */
export type PlanChange = Omit<Facet, 'value'> & Readonly<{ before: unknown; after: unknown }>;

/** In the earlier plan's order, new things last. Added and removed steps list only their texts. */
export function changesBetween(before: Plan, after: Plan): readonly PlanChange[] {
  const [old, young] = [facetsByKey(before), facetsByKey(after)];
  const changes = [...new Map([...old, ...young])].flatMap(([key, facet]) => {
    const change = { ...facet, before: old.get(key)?.value, after: young.get(key)?.value };
    return isSame(change.before, change.after) ? [] : [change];
  });
  const comeOrGone = new Set(
    changes.filter(({ field }) => field === 'step').map(({ step }) => step?.id),
  );
  return changes
    .filter(
      ({ step, field }) =>
        !step || !comeOrGone.has(step.id) || field === 'step' || field.endsWith('exts'),
    )
    .map(({ value: _, ...change }) => change);
}

export const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
