import type { ReminderStore } from '#flows/sending/reminder-store';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';

/** When a text left, in milliseconds, and of how many parts. */
export type Left = Readonly<{ at: number; parts: number }>;

/**
 * Of the time in which all senders had something to do: what left of what might have, and the most
 * in a second of the clock and in any second.
 */
export function rateOf(left: readonly Left[], rate: number) {
  const times = left.map(({ at }) => at).toSorted((a, b) => a - b);
  const [first = 0] = times;
  const from = 1_000 * Math.ceil(first / 1_000 + 1);
  const last = times[Math.floor(0.9 * times.length)] ?? 0;
  const end = 1_000 * Math.floor(last / 1_000);
  const within = times.filter((at) => at >= from && at < end);
  return {
    share: within.length / (((end - from) / 1_000) * rate),
    seconds: (end - from) / 1_000,
    aligned: mostIn(times, (at, begin) => Math.floor(at / 1_000) === Math.floor(begin / 1_000)),
    sliding: mostIn(times, (at, begin) => at - begin < 1_000),
  };
}

/** `isWith`: the later of two is in the span that begins with the earlier. */
function mostIn(times: readonly number[], isWith: (at: number, begin: number) => boolean): number {
  let begin = 0;
  let most = 0;
  for (const [index, at] of times.entries()) {
    while (!isWith(at, times[begin] ?? at)) begin += 1;
    most = Math.max(most, index - begin + 1);
  }
  return most;
}

/**
 * Read units as DynamoDB counts them: a worker, a reminder or its absence, the plan and a slice are
 * one each, strongly consistent; of a page of the index, 500 keys of 100 bytes, a half for 4 KB.
 */
export function readsOf({ reminders, plans }: InMemoryPorts) {
  let reads = 0;
  const readFresh: ReminderStore['readFresh'] = (ids, of, rowsOf = ids) => {
    reads += ids.length + rowsOf.length;
    return reminders.readFresh(ids, of, rowsOf);
  };
  /** A turn also reads its slice, its version of the plan and the trial. */
  const turn = 3;
  return {
    reads: () => reads,
    reminders: { ...reminders, readFresh },
    plans: {
      ...plans,
      async current() {
        reads += 1;
        return plans.current();
      },
      async version(version: number) {
        reads += turn;
        return plans.version(version);
      },
    },
    pages:
      (ids: ReadonlyMap<number, readonly string[]>) =>
      async ({ shard }: Readonly<{ shard: number }>, after: string | null, limit: number) => {
        const all = ids.get(shard) ?? [];
        const from = after === null ? 0 : all.indexOf(after) + 1;
        const items = all.slice(from, from + limit);
        reads += Math.max(0.5, (0.5 * items.length * 100) / 4_096);
        return { items, next: from + limit < all.length ? (items.at(-1) ?? null) : null };
      },
  };
}
