import { describe, expect, it } from 'vitest';
import { eraseWorker, stopTexts } from '#flows/people/change-worker';
import { by } from '../given.ts';
import { empty, file, idOf, line, load, pay, stored } from './importing.ts';

describe('somebody who is twice in a file', () => {
  it('is as the first line says; a second that says something else is a conflict', async () => {
    const { memory } = empty();
    const text = file(line(1), line(2), line(1, { phone: '087088888888' }), line(1));
    const conflicts = [
      { line: 4, reason: expect.stringContaining('Line 2 already speaks of this person') },
    ];
    expect(await load(memory, text)).toMatchObject({
      accepted: 3,
      created: 2,
      unchanged: 1,
      conflicts,
    });
    expect(stored(memory, 1)).toMatchObject({ phone: '+628700000001', rev: 0 });
  });

  it('is not changed to and fro by every import of that file', async () => {
    const { memory } = empty();
    const text = file(line(1), line(1, { phone: '087088888888' }));
    await load(memory, text);
    expect(await load(memory, text)).toMatchObject({
      updated: 0,
      unchanged: 1,
      conflicts: [{ line: 3 }],
    });
  });
});

describe('a month more than twelve ahead', () => {
  const ahead = line(1, { covered: '2028-05', phone: '087099999999' });

  it('is refused: no roster could correct it for years', async () => {
    const { memory } = empty();
    await load(memory, file(line(1)));
    expect(await load(memory, file(ahead))).toMatchObject({
      accepted: 0,
      rejected: [{ line: 2, field: 'covered_through', code: 'months-ahead' }],
    });
  });

  it('is taken, with its phone, where two payments reach that far', async () => {
    const { memory } = empty();
    await load(memory, file(line(1, { covered: '2027-05' })));
    await pay(memory, 1, { amount: 12 * 16_800, months: 12 });
    expect(await load(memory, file(ahead))).toMatchObject({ updated: 1, rejected: [] });
    expect(stored(memory, 1)).toMatchObject({
      coveredThrough: '2028-05',
      phone: '+6287099999999',
    });
  });
});

describe('a line that is overtaken', () => {
  it('by a payment is a conflict, and the payment stands', async () => {
    const { memory, meanwhile } = empty();
    await load(memory, file(line(1)));
    meanwhile('workers.replace', () => pay(memory, 1));
    expect(await load(memory, file(line(1, { phone: '087099999999' })))).toMatchObject({
      accepted: 0,
      conflicts: [{ line: 2 }],
    });
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', phone: '+628700000001' });
  });

  it('by a payment that it agrees with is applied', async () => {
    const { memory, meanwhile } = empty();
    await load(memory, file(line(1)));
    meanwhile('workers.replace', () => pay(memory, 1));
    expect(
      await load(memory, file(line(1, { covered: '2026-11', phone: '087099999999' }))),
    ).toMatchObject({ updated: 1, conflicts: [] });
    expect(stored(memory, 1)).toMatchObject({
      coveredThrough: '2026-11',
      phone: '+6287099999999',
      lastPayment: { source: 'channel' },
    });
  });

  it('by a stop leaves the stop alone', async () => {
    const { memory, meanwhile } = empty();
    await load(memory, file(line(1)));
    meanwhile('workers.replace', () => stopTexts(idOf(1), null, by, memory));
    await load(memory, file(line(1, { phone: '087099999999' })));
    expect(stored(memory, 1)).toMatchObject({ stopped: { until: null }, phone: '+6287099999999' });
  });

  it('by an erasure brings nobody back', async () => {
    const { memory, meanwhile } = empty();
    await load(memory, file(line(1)));
    meanwhile('workers.replace', () => eraseWorker(idOf(1), memory));
    expect(await load(memory, file(line(1, { phone: '' })))).toMatchObject({
      accepted: 0,
      conflicts: [{ line: 2, reason: expect.stringContaining('forgotten') }],
    });
    expect(memory.state.workers.size).toBe(0);
  });

  it('by somebody who brings one of twenty new people costs the others nothing', async () => {
    const { memory, meanwhile } = empty();
    meanwhile('workers.create', () => load(memory, file(line(3))));
    const text = file(...Array.from({ length: 20 }, (_, index) => line(index)));
    expect(await load(memory, text)).toMatchObject({ created: 19, unchanged: 1, conflicts: [] });
    expect(memory.state.workers.size).toBe(20);
  });

  it('by the erasure of one of twenty new people brings all but them', async () => {
    const { memory, meanwhile } = empty();
    meanwhile('workers.create', async () => {
      await load(memory, file(line(3)));
      await eraseWorker(idOf(3), memory);
    });
    const text = file(...Array.from({ length: 20 }, (_, index) => line(index)));
    expect(await load(memory, text)).toMatchObject({ created: 19, conflicts: [{ line: 5 }] });
    expect([memory.state.workers.size, stored(memory, 3)]).toEqual([19, undefined]);
  });

  it('by the same roster, loaded by somebody else, is unchanged', async () => {
    const { memory } = empty();
    const both = await Promise.all([
      load(memory, file(line(1), line(2))),
      load(memory, file(line(1), line(2))),
    ]);
    expect(both.map(({ created, unchanged }) => created + unchanged)).toEqual([2, 2]);
    expect(both[0].created + both[1].created).toBe(2);
  });
});
