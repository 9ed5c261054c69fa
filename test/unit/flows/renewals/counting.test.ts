import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '#domain/calendar/provinces';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { countsOf } from '#domain/renewals/counting/counts';
import { tally } from '#flows/renewals/tally';
import { later } from '../given.ts';
import { aYear, provinces, type Step, step, type Year } from './any-year.ts';
import { take } from './any-year-acts.ts';
import { addsUp } from './any-year-adds-up.ts';
import {
  counted,
  countersOf,
  cyclesCounted,
  cyclesIn,
  leftBehind,
  rowsOf,
} from './any-year-counted.ts';

/** Of five payments the second is reversed, then the first: the others keep their order. */
const twoReversals: Step[] = [
  ...[1, 3, 2, 1, 2].map((months) => ({ does: 'pay', who: 0, months, late: 0 }) as const),
  { does: 'reverse', which: 1 },
  { does: 'reverse', which: 0 },
  { does: 'end', who: 0 },
  { does: 'pay', who: 0, months: 1, late: 0 },
];

/** A worker left and came back within a month owed, and the payment before it is reversed. */
const cameBack: Step[] = [
  { does: 'pay', who: 0, months: 1, late: 0 },
  { does: 'end', who: 0 },
  { does: 'back', who: 0 },
  { does: 'pay', who: 0, months: 1, late: 0 },
  { does: 'reverse', which: 0 },
];

describe('after any sequence of rosters, texts, receipts, payments, reversals and erasures', () => {
  it('the counters match rows and ledger, however the counting was interrupted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 30 }),
        fc.infiniteStream(fc.nat(9)),
        async (steps, dice) => {
          const year = aYear();
          await take(year, { does: 'roster', who: 0, ahead: 0 }, 1_000);
          for (const [index, each] of steps.entries()) {
            later(year.memory, 1);
            await take(year, each, index);
            if ((dice.next().value ?? 0) < 4) await tallyBadly(year, dice);
          }
          await tallyBadly(year, dice);
          await tally({ shard: 'shard', changes: year.changes }, year.memory);
          const rows = [...rowsOf(year.memory), ...leftBehind(year.changes)];
          expect(await counted(year.memory)).toEqual(
            countersOf(counterSums(rows.flatMap(countsOf)).items()),
          );
          expect(await cyclesCounted(year.memory)).toEqual(cyclesIn(year.ledger));
          await addsUp(year.memory);
        },
      ),
      {
        numRuns: 1_000,
        examples: [twoReversals, cameBack].map((steps) => [
          steps,
          fc.stream([8, 0, 3, 7, 9, 0, 1, 2, 7, 2].values()),
        ]),
      },
    );
  });
});

/** Counts a random stretch of the stream, crashes at a random point, or meets another count. */
async function tallyBadly({ memory, changes }: Year, dice: Iterator<number>): Promise<void> {
  const roll = (below: number): number => Math.floor(((dice.next().value ?? 0) / 10) * below);
  const counted = Number((await memory.counts.positions('shard')).get('every') ?? 0);
  const stretch = changes.slice(roll(counted + 1), counted + roll(changes.length - counted + 1));
  const ports = { counts: { ...memory.counts, most: { places: 6 } } };
  let calls = 0;
  const dies = roll(8);
  const dying = new Proxy(ports.counts, {
    get: (counts, name) => {
      const port = counts[name as keyof typeof counts];
      if (typeof port !== 'function') return port;
      return async (...given: never[]) => {
        calls += 1;
        if (calls === dies) throw new Error('killed before');
        const answer = await (port as (...given: never[]) => Promise<unknown>)(...given);
        if (calls === dies - 4) throw new Error('killed after');
        return answer;
      };
    },
  });
  await Promise.allSettled([
    tally({ shard: 'shard', changes: stretch }, { counts: dying }),
    ...(roll(2) === 1 ? [tally({ shard: 'shard', changes: stretch }, ports)] : []),
  ]);
}

it('zones are told apart', () =>
  expect(provinces.map(zoneOf)).toEqual([
    'Asia/Jakarta',
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
  ]));
