import { describe, expect, it } from 'vitest';
import { allowanceFor } from '#domain/sending/budget';
import { sendReminders } from '#flows/sending/send-reminders';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { sliceAt } from '#local/memory/state';
import { aMorning, edit, later, planWith, theSlice, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const part = 2_640;
const money = (memory: InMemoryPorts) => memory.state.budgets.get('2026-11');
const send = (memory: InMemoryPorts, holder = 'holder') =>
  sendReminders(theSlice(memory), holder, memory, settings);

async function aMonth(workers: number, monthlyBudgetRupiah: number) {
  const given = await aMorning({
    workers: workersNamed(workers),
    plan: planWith({ monthlyBudgetRupiah }),
  });
  return { ...given, plan: () => given.memory.state.plans.at(-1) };
}

describe('what a slice reserves', () => {
  it.each([
    ['pays for thirty batches like this one', 10, 1_000_000, 300],
    ['is a sixteenth of what is left near the limit', 10, 1_600, 100],
    ['is this batch alone at the limit', 10, 12, 10],
    ['is never more than is left', 10, 10, 10],
  ])('%s', (_, cost, room, reserved) => expect(allowanceFor(cost, room)).toBe(reserved));
});

describe('a slice with an allowance', () => {
  it('writes the month once in many batches', async () => {
    const { memory, meanwhile } = await aMonth(49, 16 * 49 * part);
    let reads = 0;
    meanwhile('slices.budget', () => reads++, 9);
    expect(await send(memory)).toBe('finished');
    expect(reads).toBe(1);
    expect(money(memory)).toEqual({ committed: 49 * part, spent: 49 * part });
  });

  it('keeps to a limit that was lowered since it reserved', async () => {
    const { memory, meanwhile, plan } = await aMonth(40, 16 * 40 * part);
    const lowered = 12 * part;
    for (let text = 0; text < 9; text++) meanwhile('sms.send', () => undefined);
    meanwhile('sms.send', () => {
      const before = plan();
      if (!before) throw new Error('There is a plan');
      const next = { ...before.plan, version: 2, monthlyBudgetRupiah: lowered };
      memory.state.plans.push({ ...before, plan: next });
    });
    expect(await send(memory)).toBe('finished');
    expect(theSlice(memory).counts).toEqual({ sent: 12, skipped: { budget: 28 } });
    expect(money(memory)).toEqual({ committed: lowered, spent: lowered });
  });

  it('that outlives its month books in the month of its own day', async () => {
    const { memory } = await aMonth(2, 100 * part);
    const lastOfNovember = { date: '2026-11-30', scheduledAt: '2026-11-30T02:00:00.000Z' };
    const slice = { ...theSlice(memory), ...lastOfNovember };
    memory.state.slices.set(sliceAt(slice), slice);
    memory.state.now = '2026-12-01T02:00:00.000Z';
    expect(await sendReminders(slice, 'holder', memory, settings)).toBe('finished');
    expect([...memory.state.budgets]).toEqual([
      ['2026-11', { committed: 2 * part, spent: 2 * part }],
    ]);
  });
});

describe('a limit that is first set while texts leave', () => {
  it('is kept: it finds what another slice has spent and not booked yet', async () => {
    const under = { ...settings, shards: 2 };
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(40), shards: 2 });
    const [one, other] = [...memory.state.slices.values()];
    if (!one || !other) throw new Error('There are two slices');
    meanwhile('plans.current', () => undefined);
    meanwhile('plans.current', async () => {
      expect(memory.state.outbox).toHaveLength(10);
      edit(memory, { monthlyBudgetRupiah: 12 * part });
      expect(await sendReminders(other, 'other', memory, under)).toBe('awaits-money');
    });
    await sendReminders(one, 'one', memory, under);
    later(memory, 30);
    await workOff(memory, under);
    expect(memory.state.outbox).toHaveLength(12);
    expect(money(memory)).toEqual({ committed: 12 * part, spent: 12 * part });
  });
});

describe('at the limit', () => {
  it('a slice waits while others hold what they may give back, and gives back its own', async () => {
    const { memory } = await aMonth(3, 2 * part);
    const others = { ...theSlice(memory), shard: 1, month: '2026-12' };
    memory.state.slices.set(sliceAt(others), others);
    const of = { month: '2026-11', reserve: 0, release: 0, spend: 0, limit: null };
    await memory.slices.save(others, { ...of, reserve: part });
    expect(await send(memory)).toBe('awaits-money');
    expect(theSlice(memory).counts).toEqual({ sent: 1 });
    expect(theSlice(memory)).toMatchObject({ reserved: 0, spent: 0, holder: null });
    expect(theSlice(memory).inFlight).toHaveLength(2);
    expect(memory.state.queued.at(-1)).toMatchObject({ delaySeconds: 30 });
    await memory.slices.save({ ...others, rev: others.rev + 1 }, { ...of, release: part });
    later(memory, 30);
    expect(await send(memory)).toBe('finished');
    expect(theSlice(memory).counts).toEqual({ sent: 2, skipped: { budget: 1 } });
  });

  it('the allowance of a sender who died is his successor’s', async () => {
    const { memory, meanwhile } = await aMonth(2, 2 * part);
    meanwhile('reminders.write', () => {
      throw new Error('dies');
    });
    await expect(send(memory, 'dead')).rejects.toThrow('dies');
    expect(theSlice(memory).reserved).toBe(2 * part);
    later(memory, 95);
    await send(memory, 'next');
    expect(money(memory)).toEqual({ committed: 2 * part, spent: 2 * part });
    expect(theSlice(memory)).toMatchObject({
      reserved: 0,
      spent: 0,
      counts: { sent: 2 },
    });
  });
});
