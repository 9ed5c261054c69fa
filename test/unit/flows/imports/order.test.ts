import { describe, expect, it } from 'vitest';
import { workImport } from '#flows/imports/work-import';
import { header, line, stored } from '../people/importing.ts';
import { settings } from '../settings.ts';
import { apart, aWorld, importIn, uploaded, workedOff } from './importing.ts';

type World = ReturnType<typeof aWorld>;

/** Cuts the file, and works its pieces off in this order. */
async function inOrder(memory: World, order: readonly number[], id?: string): Promise<void> {
  const { queuedPieces } = memory.state;
  const [begin] = queuedPieces.splice(0);
  if (begin) await workImport(begin, memory, settings);
  const queued = queuedPieces.splice(0);
  for (const number of order) {
    const message = queued.find(({ piece }) => piece === number);
    if (message) await workImport(message, memory, settings);
  }
  expect(importIn(memory, id).phase).toBe('done');
}

const orders = [
  [0, 1],
  [1, 0],
];

describe.each(orders)('where piece %i is worked off before piece %i', (...order) => {
  it('a month that a roster says is paid never goes back', async () => {
    const memory = aWorld();
    const [ahead, behind] = [line(1, { covered: '2026-12' }), line(1, { covered: '2026-11' })];
    await uploaded(memory, { text: apart(header, [ahead, behind]) });
    await inOrder(memory, order);
    expect(stored(memory, 1)?.coveredThrough).toBe('2026-12');
    expect(importIn(memory).rows).toEqual({ total: 2, done: 2 });
  });

  it('two payments of a worker buy the same months', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: `${header}\n${line(1)}` });
    await workedOff(memory);
    const row = (reference: string, amount: number) =>
      `${reference},bank,${line(1).slice(0, 16)},${amount},2026-11-11 08:40`;
    const rows = [row('P-1', 8_400), row('P-2', 16_800)];
    const text = apart('reference,channel,nik,amount,paid_at', rows);
    const id = 'imp_3123456789abcdef0123';
    await uploaded(memory, { text, kind: 'payments', id });
    await inOrder(memory, order, id);
    const { coveredThrough, credit } = stored(memory, 1) ?? {};
    expect({ coveredThrough, credit }).toEqual({ coveredThrough: '2026-12', credit: 8_400 });
  });
});
