import { describe, expect, it } from 'vitest';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { empty, file, line, load, pay, stored } from './importing.ts';

describe('money that came before the worker', () => {
  const unmatched = async (memory: InMemoryPorts) =>
    (await memory.attention.list('unmatched', null)).items.length;

  it('is theirs as soon as a roster brings them, the oldest first', async () => {
    const { memory } = empty();
    await pay(memory, 1, {
      reference: 'a-second',
      amount: 8_400,
      paidAt: '2026-11-10T03:00:00.000Z',
    });
    await pay(memory, 1, {
      reference: 'b-first',
      amount: 8_500,
      paidAt: '2026-11-10T02:00:00.000Z',
    });
    await load(memory, file(line(1)));
    expect(stored(memory, 1)).toMatchObject({
      coveredThrough: '2026-12',
      credit: 100,
      lastPayment: { id: 'pay_bank_a-second' },
    });
    expect(
      [...memory.state.payments.values()].map(({ reference, status, bought }) => [
        reference,
        status,
        ...bought,
      ]),
    ).toEqual([
      ['a-second', 'recorded', '2026-12'],
      ['b-first', 'recorded', '2026-11'],
    ]);
    expect(await unmatched(memory)).toBe(0);
  });

  it('is theirs when it comes at the moment at which a roster brings them', async () => {
    const { memory, meanwhile } = empty();
    meanwhile('workers.create', () => pay(memory, 1));
    await load(memory, file(line(1), line(2)));
    expect([stored(memory, 1)?.coveredThrough, await unmatched(memory)]).toEqual(['2026-11', 0]);
  });

  it('is theirs too when another payment comes in at the same moment', async () => {
    const { memory, meanwhile } = empty();
    await pay(memory, 1, { reference: 'early' });
    meanwhile('payments.match', () => pay(memory, 1, { reference: 'now' }));
    await load(memory, file(line(1)));
    expect([stored(memory, 1)?.coveredThrough, await unmatched(memory)]).toEqual(['2026-12', 0]);
  });

  it('is taken up by the next import where this one breaks off', async () => {
    const { memory, meanwhile } = empty();
    await pay(memory, 1);
    meanwhile('payments.match', () => {
      throw new Error('away');
    });
    await expect(load(memory, file(line(1)))).rejects.toThrow('away');
    expect(stored(memory, 1)?.coveredThrough).toBe('2026-10');
    expect(await load(memory, file(line(1)))).toMatchObject({ unchanged: 1, conflicts: [] });
    expect([stored(memory, 1)?.coveredThrough, await unmatched(memory)]).toEqual(['2026-11', 0]);
  });
});
