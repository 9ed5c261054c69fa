import { describe, expect, it } from 'vitest';
import type { Slice } from '#domain/sending/slice';
import { acquireLease } from '#flows/sending/lease';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aMorning, later, nine, planWith, theSlice } from '../given.ts';
import { settings } from '../settings.ts';

const closing = '2026-11-12T13:00:00.000Z';
const lease = '2026-11-11T02:01:30.000Z';

/** The slice of nine o'clock as it stands, with some of it changed by somebody before. */
async function found(memory: InMemoryPorts, facts: Partial<Slice>): Promise<Slice> {
  await memory.slices.save({ ...theSlice(memory), ...facts });
  return theSlice(memory);
}

describe('a slice', () => {
  it.each<[string, Partial<Slice>, string, Slice['state'] | null]>([
    ['that is open is taken', {}, nine, 'open'],
    [
      'is taken over where the holder let the lease run out',
      { holder: 'dead', leaseUntil: nine },
      nine,
      'open',
    ],
    [
      'is left to a holder who lives',
      { holder: 'alive', leaseUntil: '2026-11-11T02:00:00.001Z' },
      nine,
      null,
    ],
    ['that is finished is left alone', { state: 'finished' }, nine, null],
    ['that is finished is closed after the last window', { state: 'finished' }, closing, 'closing'],
    ['that is open is closed after the last window', {}, closing, 'closing'],
    ['that is closed is left alone for ever', { state: 'closed' }, closing, null],
  ])('%s', async (_, facts, now, state) => {
    const { memory } = await aMorning();
    const before = await found(memory, facts);
    memory.state.now = now;
    const taken = await acquireLease(before, 'me', memory, settings);
    expect(taken?.slice.state ?? null).toBe(state);
    expect(theSlice(memory).holder).toBe(state ? 'me' : (facts.holder ?? null));
    expect(theSlice(memory).rev).toBe(state ? before.rev + 1 : before.rev);
  });

  it('is leased for 90 seconds, with the plan it was planned under', async () => {
    const { memory } = await aMorning();
    const taken = await acquireLease(theSlice(memory), 'me', memory, settings);
    expect([taken?.slice.leaseUntil, taken?.plan.version]).toEqual([lease, 1]);
  });

  it('goes to one of two who try at once', async () => {
    const { memory } = await aMorning();
    const taken = await Promise.all(
      ['one', 'two'].map((holder) => acquireLease(theSlice(memory), holder, memory, settings)),
    );
    expect(taken.filter((each) => each !== null)).toHaveLength(1);
  });

  it('keeps the place and the people of who held it before', async () => {
    const { memory } = await aMorning();
    await found(memory, { cursor: 'wrk_5', inFlight: ['wrk_4', 'wrk_5'], reserved: 5_280 });
    expect((await acquireLease(theSlice(memory), 'me', memory, settings))?.slice).toMatchObject({
      cursor: 'wrk_5',
      inFlight: ['wrk_4', 'wrk_5'],
      reserved: 5_280,
    });
  });

  it('is walked from the beginning at its closing, which resumes where it broke off', async () => {
    const { memory } = await aMorning();
    await found(memory, { state: 'finished', cursor: 'wrk_9' });
    memory.state.now = closing;
    expect(
      (await acquireLease(theSlice(memory), 'first', memory, settings))?.slice.cursor,
    ).toBeNull();
    await found(memory, { cursor: 'wrk_5' });
    later(memory, 90);
    expect((await acquireLease(theSlice(memory), 'second', memory, settings))?.slice.cursor).toBe(
      'wrk_5',
    );
  });

  it('is not closed before midnight where quiet hours are at noon', async () => {
    const { memory } = await aMorning({
      plan: planWith({ quietHours: { from: '12:00', to: '13:00' } }),
    });
    memory.state.now = '2026-11-12T16:59:59.999Z';
    expect((await acquireLease(theSlice(memory), 'me', memory, settings))?.slice.state).toBe(
      'open',
    );
    later(memory, 90);
    expect((await acquireLease(theSlice(memory), 'me', memory, settings))?.slice.state).toBe(
      'closing',
    );
  });

  it('that is not there is nobody’s', async () => {
    const { memory } = await aMorning();
    expect(
      await acquireLease({ ...theSlice(memory), step: 'gone' }, 'me', memory, settings),
    ).toBeNull();
  });

  it('whose plan is not kept is an error that says so, not a text without a plan', async () => {
    const { memory } = await aMorning();
    await found(memory, { planVersion: 7 });
    await expect(acquireLease(theSlice(memory), 'me', memory, settings)).rejects.toThrow(
      'planned under version 7, which is not kept',
    );
  });
});
