import { afterAll, describe, expect, it } from 'vitest';
import { memoryStorm } from './storm/memory-storm.ts';
import { storm } from './storm/storm.ts';

const seeds = [1, 2, 3];
const injected: Record<string, number> = {};
const rows: Record<string, number> = {};

const add = (sum: Record<string, number>, more: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
};

afterAll(() => {
  console.table(injected);
  console.table(rows);
});

/** `npm run storm -- --seed 7` plays any other. */
describe('after a storm everything is as it was promised', () => {
  it.each(seeds)('seed %i', async (seed) => {
    const outcome = await storm(seed, console.log);
    add(injected, outcome.injected);
    add(rows, outcome.rows);
    expect(outcome.broken).toEqual([]);
  });

  it('every kind of fault has been injected, and rows of every kind were written', () => {
    expect(Object.keys(injected)).toEqual(
      expect.arrayContaining([
        ...['kill -9', 'down for days', 'dynamodb throttle', 'dynamodb conflict'],
        ...['throttle', 'timeout', 'error', 'refuse', 'accept-then-timeout'].map(
          (kind) => `sns ${kind}`,
        ),
        ...[1, 2, 3].map((times) => `fired ${times} at once`),
      ]),
    );
    expect(Object.keys(rows)).toEqual(
      expect.arrayContaining(['delivered', 'undelivered', 'failed', 'missed', 'unknown']),
    );
  });
});

it('in memory, with a fault at any await, 15,000 texts keep every promise', async () => {
  const broken: string[] = [];
  let texts = 0;
  for (let seed = 1; texts < 15_000; seed += 1) {
    const outcome = await memoryStorm(seed, 400);
    texts += outcome.texts;
    broken.push(...outcome.broken.map((sentence) => `seed ${seed}: ${sentence}`));
  }
  expect(broken).toEqual([]);
});
