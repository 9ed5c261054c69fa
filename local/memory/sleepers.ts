import type { State } from '#local/memory/state';

type Sleeper = Readonly<{ until: number; wake: () => void }>;

/**
 * Time moves only when nobody has anything to do, and then to whoever wakes first: ten who sleep
 * for a second at once sleep for a second. Each acts as far as it can
 * before the next one wakes.
 */
export function sleepers(state: Pick<State, 'now'>) {
  const asleep: Sleeper[] = [];

  function wakeFirst(): void {
    const first = asleep.shift();
    if (!first) return;
    if (first.until > Date.parse(state.now)) state.now = new Date(first.until).toISOString();
    first.wake();
    if (asleep.length > 0) soon();
  }
  // A tick comes after all promises that are ready: those of the one who just woke, too.
  const soon = () => queueMicrotask(() => process.nextTick(wakeFirst));

  return {
    /** Milliseconds since 1970. */
    sleepUntil: (until: number): Promise<void> =>
      new Promise((wake) => {
        if (asleep.length === 0) soon();
        asleep.splice(placeOf(until, asleep), 0, { until, wake });
      }),
  };
}

/** After those who wake at the same moment. */
function placeOf(until: number, asleep: readonly Sleeper[]): number {
  let [low, high] = [0, asleep.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((asleep[middle]?.until ?? 0) <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}
