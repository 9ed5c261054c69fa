import fc from 'fast-check';
import { it } from 'vitest';
import { step } from '../unit/flows/renewals/any-year.ts';
import { isCountedRight } from '../unit/flows/renewals/any-year-interrupted.ts';

it('after any sequence of rosters, texts, receipts, payments, reversals and erasures the counters match rows and ledger, however the counting was interrupted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 30 }),
      fc.infiniteStream(fc.nat(9)),
      isCountedRight,
    ),
    { numRuns: 1_000 },
  );
});
