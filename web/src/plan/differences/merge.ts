import type { Plan, Step } from '#domain/plan/plan';
import { isSame } from './changes.ts';

/**
 * Both admins' changes to the same plan; where both changed one thing, mine.
 * The version is theirs, which mine is to follow.
 */
export function merged({ base, mine, theirs }: Sides<Plan>): Plan {
  const fields = mergedFields({ base, mine, theirs });
  return {
    ...fields,
    steps: mergedSteps({ base: base.steps, mine: mine.steps, theirs: theirs.steps }),
    version: theirs.version,
  };
}

type Sides<T> = Readonly<{ base: T; mine: T; theirs: T }>;

type Fields = Readonly<Record<string, unknown>>;

/** A removed step stays removed, unless the other admin changed it meanwhile. */
function mergedSteps({ base, mine, theirs }: Sides<readonly Step[]>): Step[] {
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const stepOf = (steps: readonly Step[], id: string): Step | undefined =>
    steps.find((step) => step.id === id);
  return ids.flatMap((id) => {
    const step = mergedValue({
      base: stepOf(base, id),
      mine: stepOf(mine, id),
      theirs: stepOf(theirs, id),
    });
    return step ? [step as Step] : [];
  });
}

function mergedFields<T extends object>({ base, mine, theirs }: Sides<T>): T {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const valueIn = (of: T, name: string): unknown => (of as Fields)[name];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = mergedValue({
        base: valueIn(base, name),
        mine: valueIn(mine, name),
        theirs: valueIn(theirs, name),
      });
      return value === undefined ? [] : [[name, value]];
    }),
  ) as T;
}

function mergedValue({ base, mine, theirs }: Sides<unknown>): unknown {
  if (isSame(base, mine)) return theirs;
  if (isSame(base, theirs)) return mine;
  if (isFields(base) && isFields(mine) && isFields(theirs))
    return mergedFields({ base, mine, theirs });
  return mine ?? theirs;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
