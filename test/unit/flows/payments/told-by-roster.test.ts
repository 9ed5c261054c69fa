import { describe, expect, it } from 'vitest';
import { members } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { watch } from '#local/memory/watch';
import { later, nine, reverse } from '../given.ts';
import { empty, file, idOf, line, load, pay, stored } from '../people/importing.ts';
import { settings } from '../settings.ts';

const before = '2026-11-09T03:00:00.000Z';
const roster = (covered: string) => file(line(1, { covered }));

/** Covered through October since 1 November; a roster of 9:00 on the 11th says more. */
async function told(covered: string, facts: Parameters<typeof line>[1] = {}) {
  const { memory, meanwhile } = empty();
  memory.state.now = '2026-11-01T02:00:00.000Z';
  await load(memory, file(line(1, facts)));
  memory.state.now = nine;
  await load(memory, file(line(1, { ...facts, covered })));
  later(memory, 3_600);
  return { memory, meanwhile };
}

// restrictcontentpro #218; fintech-to-ynab #54
describe('a roster renews, then the notice of that very payment', () => {
  it('does not buy another month', async () => {
    const { memory } = await told('2026-11');
    expect(await pay(memory, 1, { paidAt: before })).toMatchObject({
      status: 'recorded',
      payment: { bought: [], linked: { at: nine, months: ['2026-11'] }, flags: [], price: 8_400 },
    });
    expect(stored(memory, 1)).toMatchObject({
      coveredThrough: '2026-11',
      credit: 0,
      lastPayment: { id: 'pay_bank_P-1', months: ['2026-11'], source: 'channel' },
    });
  });

  it.each([
    ['in the same instant does not either', nine, '2026-11'],
    ['of a second after it buys', '2026-11-11T02:00:01.000Z', '2026-12'],
  ])('%s', async (_, paidAt, covered) => {
    const { memory } = await told('2026-11');
    await pay(memory, 1, { paidAt });
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: covered, credit: 0 });
  });

  it('is linked once: more money of those days buys, and is flagged', async () => {
    const { memory } = await told('2026-11');
    await pay(memory, 1, { paidAt: before });
    expect(
      await pay(memory, 1, { reference: 'P-2', paidAt: '2026-11-08T03:00:00.000Z' }),
    ).toMatchObject({
      payment: { bought: ['2026-12'], linked: null, flags: ['possible-duplicate'] },
    });
  });

  it('of which the roster tells while it is recorded does not either', async () => {
    const { memory, meanwhile } = empty();
    await load(memory, roster('2026-10'));
    later(memory, 60);
    meanwhile('payments.record', () => load(memory, roster('2026-11')));
    await pay(memory, 1, { paidAt: before });
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
  });

  it('the other way round is one month too', async () => {
    const { memory } = empty();
    await load(memory, roster('2026-10'));
    later(memory, 60);
    await pay(memory, 1, { paidAt: before });
    await load(memory, roster('2026-11'));
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
  });
});

describe('several notices of one renewal', () => {
  it('share its months, oldest first', async () => {
    const { memory } = await told('2027-01');
    const of = async (reference: string, amount: number) =>
      (await pay(memory, 1, { reference, amount, paidAt: before })).payment.linked?.months;
    expect(await of('P-1', 16_800)).toEqual(['2026-11', '2026-12']);
    expect(await of('P-2', 16_800)).toEqual(['2027-01']);
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2027-01' });
    expect(stored(memory, 1)?.toldByRoster).toEqual([{ at: nine, months: [] }]);
  });

  it('one of another amount buys, and is flagged', async () => {
    const { memory } = await told('2026-12');
    expect(await pay(memory, 1, { amount: 25_200, paidAt: before })).toMatchObject({
      payment: { bought: ['2027-01'], linked: null },
    });
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2027-01', credit: 8_400 });
    expect((await memory.attention.list('flagged', null)).items).toMatchObject([
      { reference: 'P-1', flags: ['odd-amount', 'possible-duplicate'] },
    ]);
  });

  it('are priced by the facts before that roster', async () => {
    const { memory } = await told('2026-11');
    await load(memory, roster('2026-11').replace(',no,', ',yes,'));
    expect(stored(memory, 1)?.jht).toBe(true);
    expect(await pay(memory, 1, { paidAt: before })).toMatchObject({
      payment: { bought: [], linked: { months: ['2026-11'] } },
    });
  });
});

describe('reversing a linked payment', () => {
  it('takes its months back, and the cycle is open again', async () => {
    const { memory } = await told('2026-11');
    await pay(memory, 1, { paidAt: before });
    await reverse(memory);
    expect(stored(memory, 1)).toMatchObject({
      coveredThrough: '2026-10',
      credit: 0,
      cycle: { month: '2026-11', origin: 'joined' },
    });
    expect([...memory.state.cycles.values()]).toMatchObject([{ voided: true }]);
  });

  it('leaves the months of the others', async () => {
    const { memory } = await told('2026-12');
    await pay(memory, 1, { paidAt: before });
    await pay(memory, 1, { reference: 'P-2', paidAt: before });
    await reverse(memory);
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    await reverse(memory, 'P-2');
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-10', credit: 0 });
  });

  it('lets what was bought since pay for them, on its own day', async () => {
    const { memory } = await told('2026-11');
    await pay(memory, 1, { paidAt: before });
    memory.state.now = '2026-12-02T02:00:00.000Z';
    await pay(memory, 1, { reference: 'P-2', paidAt: memory.state.now });
    expect(stored(memory, 1)?.coveredThrough).toBe('2026-12');
    await reverse(memory);
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    expect([...memory.state.cycles.values()].filter(({ voided }) => !voided)).toMatchObject([
      { month: '2026-11', end: { on: '2026-12-02', payment: 'pay_bank_P-2' } },
    ]);
  });

  it('is money again: sent under a new reference it buys', async () => {
    const { memory } = await told('2026-11');
    await pay(memory, 1, { paidAt: before });
    await reverse(memory);
    await pay(memory, 1, { reference: 'P-2', paidAt: before });
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
  });
});

describe('a first roster renews nothing', () => {
  it('a payment from before it buys, and is flagged where that month is covered', async () => {
    const { memory } = empty();
    await load(memory, roster('2026-11'));
    expect(await pay(memory, 1, { paidAt: before })).toMatchObject({
      payment: { bought: ['2026-12'], flags: ['possible-duplicate'] },
    });
  });

  it('but not where it is owed', async () => {
    const { memory } = empty();
    await load(memory, roster('2026-10'));
    expect(await pay(memory, 1, { paidAt: before })).toMatchObject({
      payment: { bought: ['2026-11'], flags: [] },
    });
  });

  it('what waited for the worker follows the same rule', async () => {
    const { memory } = empty();
    await pay(memory, 1, { paidAt: before });
    await load(memory, roster('2026-11'));
    expect(await memory.payments.ofWorker(idOf(1))).toMatchObject([
      { status: 'recorded', bought: ['2026-12'], flags: ['possible-duplicate'] },
    ]);
  });

  it('what waited when that roster broke off is linked to the next one’s renewal', async () => {
    const { memory, meanwhile } = empty();
    await pay(memory, 1, { paidAt: before });
    meanwhile('payments.ofWorker', () => Promise.reject(new Error('away')));
    await expect(load(memory, roster('2026-10'))).rejects.toThrow('away');
    later(memory, 3_600);
    await load(memory, roster('2026-11'));
    expect(stored(memory, 1)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    expect(await memory.payments.ofWorker(idOf(1))).toMatchObject([
      { status: 'recorded', linked: { months: ['2026-11'] } },
    ]);
  });
});

it('the report counts the money of a roster and of its notice once', async () => {
  const { memory } = empty();
  const changes = watch(memory.state);
  memory.state.now = '2026-11-01T02:00:00.000Z';
  await load(memory, roster('2026-10'));
  memory.state.now = nine;
  await load(memory, roster('2026-11'));
  await pay(memory, 1, { paidAt: before });
  await tally({ shard: 'shard', changes }, memory);
  const span = { from: '2026-11', to: '2026-11', asOf: '2026-11-30' };
  expect((await members(span, memory, settings)).items).toMatchObject([
    { collection: { received: 8_400, expected: 8_400, rate: 1 } },
  ]);
});
