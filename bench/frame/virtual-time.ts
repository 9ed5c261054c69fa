import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

export type VirtualTime = ReturnType<typeof virtualTime>;

/**
 * A clock that jumps to the next moment at which somebody is to go on. What is awaited takes as
 * long as it is said to take, whatever the machine: an hour of many senders is over in seconds.
 */
export function virtualTime(from: string) {
  const moments = heap();
  let now = Date.parse(from);
  let said = from;
  return {
    /** In ms since 1970. */
    now: (): number => now,
    iso: (): string => said,
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((goOn) => moments.add({ at: now + Math.max(0, milliseconds), goOn })),
    /** Lets everybody go on, moment by moment, as long as `lasts` says so and somebody waits. */
    async run(lasts: () => boolean): Promise<void> {
      await settled();
      for (let next = moments.first(); next; next = lasts() ? moments.first() : undefined) {
        if (next.at > now) [now, said] = [next.at, new Date(next.at).toISOString()];
        next.goOn();
        while (moments.nextAt() === now) moments.first()?.goOn();
        await settled();
      }
    },
  };
}

/**
 * Every timer of this process goes by that clock from here on, those of the SDK and of our own
 * pauses too. Nothing may wait for a socket or a file meanwhile. Answers how to undo it.
 */
export function allTimersBy(time: VirtualTime): () => void {
  const real = { setTimeout: globalThis.setTimeout, promised: timers.setTimeout };
  // As a timer does, in whole milliseconds, and never at once.
  const sleep = (milliseconds = 0) => time.sleep(Math.max(1, Math.ceil(milliseconds)));
  globalThis.setTimeout = ((act: () => void, milliseconds?: number) =>
    void sleep(milliseconds).then(act)) as unknown as typeof setTimeout;
  timers.setTimeout = sleep as typeof timers.setTimeout;
  syncBuiltinESMExports();
  return () => {
    globalThis.setTimeout = real.setTimeout;
    timers.setTimeout = real.promised;
    syncBuiltinESMExports();
  };
}

/** When all that can go on by itself has done so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Moment = Readonly<{ at: number; goOn: () => void }>;

/** A binary heap: the earliest moment first, and of one moment who came first. */
function heap() {
  const moments: (Moment & Readonly<{ order: number }>)[] = [];
  let order = 0;
  const isBefore = (one: number, other: number): boolean => {
    const [left, right] = [moments[one], moments[other]];
    if (!left || !right) return left !== undefined;
    return left.at < right.at || (left.at === right.at && left.order < right.order);
  };
  const swap = (one: number, other: number): void => {
    const [left, right] = [moments[one], moments[other]];
    if (left && right) [moments[one], moments[other]] = [right, left];
  };
  const rise = (index: number): void => {
    const parent = (index - 1) >> 1;
    if (index === 0 || isBefore(parent, index)) return;
    swap(index, parent);
    rise(parent);
  };
  const sink = (index: number): void => {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = isBefore(right, left) ? right : left;
    if (child >= moments.length || isBefore(index, child)) return;
    swap(index, child);
    sink(child);
  };
  return {
    add(moment: Moment): void {
      moments.push({ ...moment, order: order++ });
      rise(moments.length - 1);
    },
    nextAt: (): number | undefined => moments[0]?.at,
    /** And takes it out. */
    first(): Moment | undefined {
      swap(0, moments.length - 1);
      const first = moments.pop();
      sink(0);
      return first;
    },
  };
}
