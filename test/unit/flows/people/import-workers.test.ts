import { describe, expect, it } from 'vitest';
import { workerFacts } from '#domain/people/worker';
import { eraseWorker } from '#flows/people/change-worker';
import { otherCells, rosterOf } from '../../../builders.ts';
import { later, nine } from '../given.ts';
import { empty, file, header, idOf, line, load, pay, stored } from './importing.ts';

describe('a roster', () => {
  it('says of each line what became of it', async () => {
    const { memory } = empty();
    await load(memory, file(line(1), line(2), line(3), line(4)));
    await pay(memory, 3);
    await eraseWorker(idOf(4), memory);
    const imported = await load(
      memory,
      file(line(1), line(2, { phone: '087099999999' }), line(3), line(4), line(5), 'nonsense'),
    );
    expect(imported).toMatchObject({
      ...{ accepted: 3, created: 1, updated: 1, unchanged: 1 },
      rejected: [
        { line: 7, field: 'line', value: '1', reason: 'has 1 fields, but the header row names 9' },
      ],
      conflicts: [
        {
          line: 4,
          ...{ code: 'behind-paid', values: { line: '2026-10', paid: '2026-11' } },
          reason:
            'The line says covered through 2026-10, but 2026-11 is paid: nothing of the line was applied',
        },
        {
          line: 5,
          reason: 'This person asked to be forgotten: they are not brought back by a roster',
        },
      ],
    });
    expect(stored(memory, 2)?.phone).toBe('+6287099999999');
    expect([...memory.state.changes.values()]).toMatchObject([
      { workerId: idOf(2), id: 'line-3', what: 'imported', by: 'admin', fields: ['phone'] },
    ]);
  });

  it('brings a worker as it says, with a cycle that begins now', async () => {
    const { memory } = empty();
    await load(memory, file(line(1)));
    expect(stored(memory, 1)).toMatchObject({
      ...{
        workerId: idOf(1),
        nikLast4: '0001',
        phone: '+628700000001',
        province: 'Jawa Tengah',
        income: 1_000_000,
        credit: 0,
        rev: 0,
      },
      cycle: { month: '2026-11', began: nine, heldOut: false },
    });
  });

  it.each(workerFacts.keyof().options)('changes %s, and says so', async (fact) => {
    const { memory } = empty();
    await load(memory, rosterOf({}));
    const [before] = memory.state.workers.values();
    expect(await load(memory, rosterOf(otherCells[fact]))).toMatchObject({ updated: 1 });
    const [after] = memory.state.workers.values();
    expect(after?.[fact]).not.toEqual(before?.[fact]);
    const [change] = memory.state.changes.values();
    expect(change?.fields).toEqual([fact]);
  });

  it('imported again changes nothing', async () => {
    const { memory } = empty();
    const text = file(...Array.from({ length: 50 }, (_, index) => line(index)));
    expect(await load(memory, text)).toMatchObject({ accepted: 50, created: 50 });
    const before = structuredClone(memory.state);
    later(memory, 60);
    expect(await load(memory, text)).toMatchObject({
      accepted: 50,
      created: 0,
      updated: 0,
      unchanged: 50,
    });
    expect({ ...memory.state, now: before.now }).toEqual(before);
  });

  it('creates new people twenty-five in a write, and asks for their money a call', async () => {
    const { memory, meanwhile } = empty();
    const calls: string[] = [];
    for (const call of ['workers.create', 'payments.waitingFor', 'payments.ofWorker'])
      meanwhile(call, () => calls.push(call), 1_000);
    await load(memory, file(...Array.from({ length: 60 }, (_, index) => line(index))));
    expect(calls).toEqual([...Array(3).fill('workers.create'), 'payments.waitingFor']);
  });

  it('that is ahead is a renewal, dated the day of the import', async () => {
    const { memory } = empty();
    await load(memory, file(line(1)));
    later(memory, 86_400);
    await load(memory, file(line(1, { covered: '2026-12' })));
    expect([...memory.state.changes.values()]).toMatchObject([
      { what: 'covered-by-roster', fields: ['coveredThrough'] },
    ]);
    expect(stored(memory, 1)).toMatchObject({
      lastPayment: {
        source: 'roster',
        paidAt: '2026-11-12T02:00:00.000Z',
        months: ['2026-11', '2026-12'],
        amount: 16_800,
      },
      cycle: { month: '2027-01', began: '2026-11-12T02:00:00.000Z' },
    });
  });

  it.each([
    ['2027-11', { created: 1, rejected: [] }],
    [
      '2027-12',
      { created: 0, rejected: [{ line: 2, field: 'covered_through', value: '2027-12' }] },
    ],
  ])('covered through %s, in November 2026', async (covered, expected) => {
    const { memory } = empty();
    expect(await load(memory, file(line(1, { covered })))).toMatchObject(expected);
  });

  it('that knows of no end does not bring back to texts who has died', async () => {
    const { memory } = empty();
    const columns = `${header},ended_on,ended_reason`;
    await load(memory, [columns, line(1, { tail: ',2026-11-03,died' })].join('\n'));
    await load(memory, [columns, line(1, { tail: ',,' })].join('\n'));
    expect(stored(memory, 1)?.ended).toEqual({ on: '2026-11-03', reason: 'died' });
  });

  it('that ends somebody before they were a member is set aside', async () => {
    const { memory } = empty();
    const columns = `${header},ended_on,ended_reason,member_since`;
    const tail = (on: string) => `,${on},abroad,2024-03`;
    const lines = [line(1, { tail: tail('2024-02-29') }), line(2, { tail: tail('2024-03-01') })];
    expect(await load(memory, [columns, ...lines].join('\n'))).toMatchObject({
      created: 1,
      rejected: [{ line: 2, field: 'ended_on', code: 'ends-before-beginning' }],
    });
  });

  it.each([
    ['2026-11-11', []],
    [
      '2026-11-12',
      [
        {
          line: 2,
          field: 'ended_on',
          value: '2026-11-12',
          ...{ code: 'ends-in-future', values: { on: '2026-11-12', today: '2026-11-11' } },
          reason: expect.stringContaining('still to come'),
        },
      ],
    ],
  ])('that ends somebody on %s, today being the 11th', async (on, rejected) => {
    const { memory } = empty();
    const text = [`${header},ended_on,ended_reason`, line(1, { tail: `,${on},abroad` })].join('\n');
    expect((await load(memory, text)).rejected).toEqual(rejected);
  });

  it('names lines as they stand in the whole file', async () => {
    const { memory } = empty();
    expect((await load(memory, file(line(1), 'x'), { firstLine: 5_002 })).rejected).toMatchObject([
      { line: 5_003 },
    ]);
  });

  it('of a thousand rows is taken, and one more is refused whole', async () => {
    const { memory } = empty();
    const rows = Array.from({ length: 999 }, (_, index) => line(index));
    await expect(load(memory, file(...rows, line(999), 'nonsense'))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('1001 rows'),
    });
    expect(memory.state.workers.size).toBe(0);
    expect(await load(memory, file(...rows, 'nonsense'))).toMatchObject({
      created: 999,
      rejected: [{ line: 1_001 }],
    });
  });
});

describe('a dry run', () => {
  const text = file(
    line(1, { covered: '2026-11' }),
    line(2),
    line(3),
    line(2, { phone: '' }),
    line(4),
    'x',
  );

  it('answers what an import would, and writes nothing', async () => {
    const { memory } = empty();
    await load(memory, file(line(1), line(3), line(4)));
    await pay(memory, 4);
    const before = structuredClone(memory.state);
    const dry = await load(memory, text, { dryRun: true });
    expect(memory.state).toEqual(before);
    expect(dry).toEqual(await load(memory, text));
    expect(dry).toMatchObject({
      accepted: 3,
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: [{ line: 7 }],
      conflicts: [{ line: 5 }, { line: 6 }],
    });
  });

  it.each([
    ['of a worker it would bring', false],
    ['of a worker who is there since an import that broke off', true],
  ])('takes up no payment %s', async (_, isThere) => {
    const { memory, meanwhile } = empty();
    await pay(memory, 1);
    meanwhile('payments.ofWorker', () => Promise.reject(new Error('away')));
    if (isThere) await expect(load(memory, file(line(1)))).rejects.toThrow('away');
    await load(memory, file(line(1)), { dryRun: true });
    expect((await memory.attention.list('unmatched', null)).items).toHaveLength(1);
  });
});

describe('a worker whose row cannot be read', () => {
  it('is a conflict of their own line, and does not hold up the others', async () => {
    const { memory } = empty();
    memory.state.unreadable.set(idOf(1), { reason: 'name: expected string', rev: 2 });
    expect(await load(memory, file(line(1), line(2)))).toMatchObject({
      created: 1,
      conflicts: [{ line: 2, reason: expect.stringContaining('cannot be read') }],
    });
  });
});
