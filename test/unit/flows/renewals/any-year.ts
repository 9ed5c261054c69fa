import fc from 'fast-check';
import type { Correction } from '#domain/people/correction';
import { watch } from '#local/memory/watch';
import { aStage, planWith } from '../given.ts';
import type { Entry } from './ledger.ts';

/** All are drivers: their months cost the same from January 2026 to March 2027. */
export const niks = [
  '9972015708950001',
  '9972016305830001',
  '9971014509900001',
  '9971011001830001',
] as const;
export const provinces = ['Jawa Tengah', 'DKI Jakarta', 'Bali', 'Papua'] as const;
const who = fc.integer({ min: 0, max: niks.length - 1 });

export type Step =
  | Readonly<{ does: 'days'; days: number }>
  | Readonly<{ does: 'roster'; who: number; ahead: number }>
  | Readonly<{ does: 'pay'; who: number; months: number; late: number }>
  | Readonly<{ does: 'reverse'; which: number }>
  | Readonly<{ does: 'correct'; who: number; correction: Correction }>
  | Readonly<{ does: 'end' | 'back' | 'stop' | 'erase'; who: number }>
  | Readonly<{ does: 'receipts'; arrive: boolean }>;

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('days' as const),
      days: fc.integer({ min: 1, max: 35 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('roster' as const),
      who,
      ahead: fc.integer({ min: -2, max: 2 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('pay' as const),
      who,
      months: fc.integer({ min: 1, max: 3 }),
      late: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('correct' as const),
      who,
      correction: fc.constantFrom<Correction>(
        { province: 'Jawa Timur' },
        { language: 'jv' },
        { phone: null },
        { phone: '+6287000000777' },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('end' as const, 'back' as const, 'stop' as const, 'erase' as const),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('receipts' as const), arrive: fc.boolean() }),
  },
);

/** A stage on which a tenth of the cycles is held out, what happens to its rows, and the ledger. */
export function aYear() {
  const { memory } = aStage({
    workers: [],
    plan: planWith({ holdoutPercent: 25 }),
    now: '2026-02-03T01:00:00.000Z',
  });
  return {
    memory,
    changes: watch(memory.state),
    ledger: new Map<string, readonly Entry[]>(),
    paid: [] as string[],
  };
}
export type Year = ReturnType<typeof aYear>;
