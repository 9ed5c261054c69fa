import { expect, it } from 'vitest';
import { header, line } from '../people/importing.ts';
import { apart, aWorld, importIn, uploaded, workedOff } from './importing.ts';

/** So many pieces are saved at once: the end of the file is one of the borders that are. */
const hundred = Array.from({ length: 100 }, (_, index) => line(index));
const text = apart(header, hundred);

it.each<readonly [string, (memory: ReturnType<typeof aWorld>) => void]>([
  [
    'its function is stopped',
    () => {
      throw new Error('the function was stopped');
    },
  ],
  [
    'its turn is over',
    ({ state }) => {
      state.now = '2026-11-11T02:02:00.000Z';
    },
  ],
])('a file that is cut up to its last byte when %s is not cut twice', async (_, end) => {
  let ends = 0;
  const memory = aWorld(async (operation, when) => {
    if (operation !== 'imports.save' || when !== 'after' || ends > 0) return;
    const { phase, cut, bytes } = importIn(memory);
    if (phase !== 'cutting' || cut.byte !== bytes) return;
    ends++;
    end(memory);
  });
  await uploaded(memory, { text });
  await workedOff(memory);
  expect(ends).toBe(1);
  expect(importIn(memory)).toMatchObject({
    ...{ phase: 'done', pieces: 100, piecesDone: 100, rows: { total: 100, done: 100 } },
    counts: { accepted: 100, created: 100 },
  });
});
