import { describe, expect, it } from 'vitest';
import { secondsBetween } from '#domain/calendar/dates';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aMorning, later, planWith, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

describe('the pace', () => {
  const perSecond = ({ state }: InMemoryPorts): number =>
    Math.max(
      ...[...Map.groupBy(state.outbox, ({ at }) => at.slice(0, 19)).values()].map(
        (texts) => texts.length,
      ),
    );

  it.each([1, 7, 10, 25])('of %d parts a second is never exceeded', async (smsPartsPerSecond) => {
    const { memory } = await aMorning({ workers: workersNamed(48) });
    await workOff(memory, { ...settings, smsPartsPerSecond });
    expect(memory.state.outbox).toHaveLength(48);
    expect(perSecond(memory)).toBeLessThanOrEqual(smsPartsPerSecond);
    const texts = memory.state.outbox.map(({ at }) => at).toSorted();
    // One sender: a batch of ten leaves within 0.4 s at 25 a second, and the next is looked at.
    const took = secondsBetween(texts[0] ?? '', texts.at(-1) ?? '');
    expect(47 / took).toBeGreaterThan(0.7 * smsPartsPerSecond);
  });

  it.each([200, 40])('lets a lone sender begin after %d ms', async (claimLeadMilliseconds) => {
    const { memory } = await aMorning({ workers: workersNamed(10) });
    const begun = memory.clock.now();
    const claimed: string[] = [];
    const { write } = memory.reminders;
    memory.reminders.write = (...given) => {
      claimed.push(memory.clock.now());
      return write(...given);
    };
    await workOff(memory, { ...settings, smsPartsPerSecond: 100, claimLeadMilliseconds });
    expect(1_000 * secondsBetween(begun, memory.state.outbox[0]?.at ?? '')).toBe(
      claimLeadMilliseconds,
    );
    expect(claimed[0]).toBe(begun);
  });

  it('is kept by four slices together', async () => {
    const { memory } = await aMorning({ workers: workersNamed(48), shards: 4 });
    const under = { ...settings, shards: 4, smsPartsPerSecond: 7 };
    await Promise.all([1, 2, 3, 4].map(() => workOff(memory, under)));
    expect(memory.state.outbox).toHaveLength(48);
    expect(perSecond(memory)).toBe(7);
  });

  it('counts parts, not texts', async () => {
    const { memory } = await aMorning({
      workers: workersNamed(20),
      plan: planWith({ step: { maxParts: 2, texts: { id: 'x'.repeat(200) } } }),
    });
    await workOff(memory, { ...settings, smsPartsPerSecond: 8 });
    expect(perSecond(memory)).toBeLessThanOrEqual(4);
  });

  it('is asked again by one text at a time, where all of a batch were too late', async () => {
    const { memory, meanwhile } = await aMorning({ workers: workersNamed(10) });
    // The claims took a second of which nobody had thought.
    meanwhile('reminders.write', () => later(memory, 1));
    const { take } = memory.rateLimit;
    const asking = { now: 0, most: 0, asked: 0 };
    memory.rateLimit.take = async (...given) => {
      asking.asked += 1;
      asking.now += 1;
      asking.most = Math.max(asking.most, asking.now);
      // Long enough for others to ask meanwhile, if they may.
      await new Promise(setImmediate);
      asking.now -= 1;
      return take(...given);
    };
    expect(await workOff(memory)).toEqual(['finished']);
    expect(memory.state.outbox).toHaveLength(10);
    expect(asking.asked).toBeGreaterThan(10);
    expect(asking.most).toBe(1);
  });
});
