import { expect } from 'vitest';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { countsOf } from '#domain/renewals/counting/counts';
import { tally } from '#flows/renewals/tally';
import { later } from '../given.ts';
import { aYear, type Step, type Year } from './any-year.ts';
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

/** Plays a year whose counting is interrupted by the dice: counters match rows and ledger. */
export async function isCountedRight(
  steps: readonly Step[],
  dice: Iterator<number>,
): Promise<void> {
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
}

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
