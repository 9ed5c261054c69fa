import { describe, expect, it } from 'vitest';
import type { Slice } from '#domain/sending/slice';
import { takeSlice } from '#flows/sending/lease';
import type { World } from '#local/memory/in-memory-ports';
import { aMorning, later, nine, planWith, theSlice } from '../given.ts';

const closing = '2026-11-12T13:00:00.000Z';
const lease = '2026-11-11T02:01:30.000Z';

/** The slice of nine o'clock as it stands, with some of it changed by somebody before. */
async function found(world: World, facts: Partial<Slice>): Promise<Slice> {
  await world.slices.save({ ...theSlice(world), ...facts });
  return theSlice(world);
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
    const { world } = await aMorning();
    const before = await found(world, facts);
    world.state.now = now;
    const taken = await takeSlice(before, 'me', world);
    expect(taken?.slice.state ?? null).toBe(state);
    expect(theSlice(world).holder).toBe(state ? 'me' : (facts.holder ?? null));
    expect(theSlice(world).rev).toBe(state ? before.rev + 1 : before.rev);
  });

  it('is leased for 90 seconds, with the plan it was planned under', async () => {
    const { world } = await aMorning();
    const taken = await takeSlice(theSlice(world), 'me', world);
    expect([taken?.slice.leaseUntil, taken?.plan.version]).toEqual([lease, 1]);
  });

  it('goes to one of two who try at once', async () => {
    const { world } = await aMorning();
    const taken = await Promise.all(
      ['one', 'two'].map((holder) => takeSlice(theSlice(world), holder, world)),
    );
    expect(taken.filter((each) => each !== null)).toHaveLength(1);
  });

  it('keeps the place and the people of who held it before', async () => {
    const { world } = await aMorning();
    await found(world, { cursor: 'wrk_5', inFlight: ['wrk_4', 'wrk_5'], reserved: 5_280 });
    expect((await takeSlice(theSlice(world), 'me', world))?.slice).toMatchObject({
      cursor: 'wrk_5',
      inFlight: ['wrk_4', 'wrk_5'],
      reserved: 5_280,
    });
  });

  it('is walked from the beginning when it is closed, and a closing that broke off goes on where it was', async () => {
    const { world } = await aMorning();
    await found(world, { state: 'finished', cursor: 'wrk_9' });
    world.state.now = closing;
    expect((await takeSlice(theSlice(world), 'first', world))?.slice.cursor).toBeNull();
    await found(world, { cursor: 'wrk_5' });
    later(world, 90);
    expect((await takeSlice(theSlice(world), 'second', world))?.slice.cursor).toBe('wrk_5');
  });

  it('is not closed before midnight where quiet hours are at noon', async () => {
    const { world } = await aMorning({
      plan: planWith({ quietHours: { from: '12:00', to: '13:00' } }),
    });
    world.state.now = '2026-11-12T16:59:59.999Z';
    expect((await takeSlice(theSlice(world), 'me', world))?.slice.state).toBe('open');
    later(world, 90);
    expect((await takeSlice(theSlice(world), 'me', world))?.slice.state).toBe('closing');
  });

  it('that is not there is nobody’s', async () => {
    const { world } = await aMorning();
    expect(await takeSlice({ ...theSlice(world), step: 'gone' }, 'me', world)).toBeNull();
  });

  it('whose plan is not kept is an error that says so, not a text without a plan', async () => {
    const { world } = await aMorning();
    await found(world, { planVersion: 7 });
    await expect(takeSlice(theSlice(world), 'me', world)).rejects.toThrow(
      'planned under version 7, which is not kept',
    );
  });
});
