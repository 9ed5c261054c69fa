import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, type CounterItem, countsOf } from '#domain/renewals/counting/counts';
import { everyLane } from '#domain/renewals/counting/lanes';
import type { Clock } from '#flows/ports';
import type { ChangeBatch, Positions } from '#flows/renewals/count-store';
import type { ChangeStream, FoundItem, RecountStore } from '#flows/renewals/recount-store';
import {
  changesAfter,
  changesByLane,
  positionIn,
  type TallyStore,
  tally,
} from '#flows/renewals/tally';

type Ports = Readonly<{
  recounts: RecountStore;
  counts: Omit<TallyStore, 'add' | 'isHeld'>;
  stream: ChangeStream;
  clock: Pick<Clock, 'sleep'>;
}>;

/** `id`: never used before · `settleMilliseconds`: the stream lags by at most so long. */
type Options = Readonly<{
  id: string;
  settleMilliseconds: number;
  walked?: (rows: number) => void;
}>;

/** `wrong`: counters with another sum; null where an earlier recount broke off amid its changes. */
export type Recounted = Readonly<{ rows: number; counters: number; wrong: number | null }>;

/**
 * Builds the counters of all stored rows anew, exactly, while the system goes on writing: the
 * counting is held, the table is walked, and what was written meanwhile is read from the stream, up
 * to a position in each shard. The counters become those of the rows at these positions, and the
 * counting goes on from there. Archived counts stay. May be broken off anywhere and begun again.
 * Keeps every counted row in memory, about 1 KB each.
 */
export async function recount(
  ports: Ports,
  { id, settleMilliseconds, walked = () => undefined }: Options,
): Promise<Recounted> {
  const { recounts, counts, stream, clock } = ports;
  const brokeOff = await recounts.hold(id);
  // Whoever was about to count when the hold came has done so by then.
  await clock.sleep(settleMilliseconds);
  const { rows, found } = await walkAll(recounts, walked);
  await clock.sleep(settleMilliseconds);
  const written = await stream.since(async (shard) =>
    positionIn(await counts.positions(shard), everyLane),
  );
  for (const { changes } of written) for (const change of changes) bringUpToDate(rows, change);
  const right = sumsOf(rows.values());
  const wrong = brokeOff
    ? null
    : differences(right, await expectedOf(found, written, counts)) +
      found.filter(({ item }) => item === null).length;

  // Removed rows are archived as by the counting itself; stored ones have just been summed.
  const passing: TallyStore = {
    ...counts,
    isHeld: async () => false,
    add: ({ counts: _, ...tallied }) => recounts.pass(id, tallied),
  };
  for (const stretch of written) await tally(stretch, { counts: passing });
  await recounts.replace(id, right, found);
  await recounts.release(id);
  return { rows: rows.size, counters: linesOf(right).size, wrong };
}

type Rows = Map<string, CountedRow>;

async function walkAll(
  recounts: RecountStore,
  walked: (rows: number) => void,
): Promise<Readonly<{ rows: Rows; found: readonly FoundItem[] }>> {
  const rows: Rows = new Map();
  const found: FoundItem[] = [];
  let after: string | null = null;
  do {
    const page = await recounts.walk(after);
    for (const row of page.rows) rows.set(nameOf(row), row);
    found.push(...page.found);
    walked(rows.size);
    after = page.next;
  } while (after !== null);
  return { rows, found };
}

/** The walk saw the row before or after this change: now it is as the last change left it. */
function bringUpToDate(rows: Rows, { before, after }: ChangeBatch['changes'][number]): void {
  if (before) rows.delete(nameOf(before));
  if (after) rows.set(nameOf(after), after);
}

function nameOf(row: CountedRow): string {
  if (row.kind === 'worker') return row.worker.workerId;
  const { workerId, month } = row.kind === 'cycle' ? row.cycle : row.reminder;
  return [
    workerId,
    row.kind,
    month,
    row.kind === 'cycle' ? row.cycle.began : row.reminder.step,
  ].join('#');
}

function sumsOf(rows: Iterable<CountedRow>): readonly CounterItem[] {
  const sums = counterSums();
  for (const row of rows) sums.add(countsOf(row));
  return sums.items();
}

/** What was found, and what the counting would have made of it by now. */
async function expectedOf(
  found: readonly FoundItem[],
  written: readonly ChangeBatch[],
  counts: Pick<TallyStore, 'positions'>,
): Promise<readonly CounterItem[]> {
  const sums = counterSums();
  for (const { item } of found)
    if (item)
      sums.add(Object.entries(item.counts).map(([name, by]) => ({ place: item.place, name, by })));
  for (const batch of written) addUncounted(sums, batch, await counts.positions(batch.shard));
  return sums.items();
}

/** A count that was broken off has reached further in some lanes than in others. */
function addUncounted(
  sums: ReturnType<typeof counterSums>,
  { changes }: ChangeBatch,
  positions: Positions,
): void {
  for (const [lane, of] of changesByLane(changes))
    for (const change of changesAfter(positionIn(positions, lane), of)) sums.add(change.counts);
}

function differences(right: readonly CounterItem[], expected: readonly CounterItem[]): number {
  const [is, was] = [linesOf(right), linesOf(expected)];
  return [...new Set([...is.keys(), ...was.keys()])].filter(
    (name) => is.get(name) !== was.get(name),
  ).length;
}

const linesOf = (items: readonly CounterItem[]): ReadonlyMap<string, number> =>
  new Map(
    items.flatMap(({ place, counts }) =>
      Object.entries(counts).map(
        ([name, by]) => [`${place.of} ${placeName(place)} ${name}`, by] as const,
      ),
    ),
  );
