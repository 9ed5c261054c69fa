import fc from 'fast-check';
import { later } from '../given.ts';
import { aYear, niks, type Step, type Year } from './any-year.ts';
import { take } from './any-year-acts.ts';

const who = fc.integer({ min: 0, max: niks.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('days' as const),
      days: fc.integer({ min: 5, max: 45 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('pay' as const),
      who,
      months: fc.constantFrom(1, 1, 1, 2, 3, 6, 12),
      late: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('roster' as const), who, ahead: fc.nat(2) }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(30) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('end' as const, 'back' as const, 'back' as const, 'erase' as const),
      who,
    }),
  },
);

/** Four workers pay, one by one or far ahead, lapse, leave and come back, for a year and longer. */
export const anyLongYear = {
  steps: fc.array(step, { minLength: 10, maxLength: 40 }),

  async played(steps: readonly Step[]): Promise<Year> {
    const year = aYear();
    for (const [number] of niks.entries())
      await take(year, { does: 'roster', who: number, ahead: 0 }, 1_000 + number);
    for (const [index, each] of steps.entries()) {
      later(year.memory, 1);
      await take(year, each, index);
    }
    return year;
  },
};
