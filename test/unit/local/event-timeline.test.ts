import { expect, it } from 'vitest';
import { type Events, startEventTimeline } from '#local/event-timeline';

const nine = Date.parse('2026-11-11T09:00:00+07:00');
const aQuarter = 15 * 60_000;

/** Rounds of a quarter of an hour, of which those from `work` on have something to do. */
function rounds(first: number, work: number) {
  let [at, clock] = [first, first - aQuarter];
  const made: number[] = [];
  const events: Events = {
    next: () => at,
    runDue() {
      while (at <= clock) {
        made.push(at);
        at += aQuarter;
      }
    },
    isBusy: () => false,
    idle: async () => undefined,
    async passOver() {
      if (at >= work) return false;
      at += aQuarter;
      return true;
    },
  };
  const timeline = startEventTimeline({
    sources: [events],
    moveTo: (instant) => {
      clock = instant;
    },
    caughtUp: async () => undefined,
  });
  return { timeline, made, next: () => at };
}

it('leaves out a round that falls a moment after the target and would come to nothing', async () => {
  const { timeline, made, next } = rounds(nine - 2 * aQuarter + 40, Number.POSITIVE_INFINITY);
  await timeline.moveTo(() => nine);
  timeline.stop();
  expect(next()).toBe(nine + aQuarter + 40);
  expect(made).toEqual([]);
});

it('leaves one that has something to do to its own time', async () => {
  const { timeline, made, next } = rounds(nine - 2 * aQuarter + 40, nine);
  await timeline.moveTo(() => nine);
  timeline.stop();
  expect(next()).toBe(nine + 40);
  expect(made).toEqual([]);
});

it('leaves out no round of the next minute', async () => {
  const { timeline, next } = rounds(nine + 60_000, Number.POSITIVE_INFINITY);
  await timeline.moveTo(() => nine);
  timeline.stop();
  expect(next()).toBe(nine + 60_000);
});

it('says that it jumps until it has jumped, also where that failed', async () => {
  const said: boolean[] = [];
  const timeline = startEventTimeline({
    sources: [],
    moveTo: (instant) => {
      said.push(timeline.isJumping());
      if (instant > nine) throw new Error('The disk is full');
    },
    caughtUp: async () => undefined,
  });
  await timeline.moveTo(() => nine);
  said.push(timeline.isJumping());
  await expect(timeline.moveTo(() => nine + 1)).rejects.toThrow('full');
  said.push(timeline.isJumping());
  timeline.stop();
  expect(said).toEqual([true, false, true, false]);
});
