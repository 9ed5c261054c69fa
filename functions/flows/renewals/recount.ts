import type { CounterItem } from '#domain/renewals/counting/counter';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import { everyLane } from '#domain/renewals/counting/lanes';
import type { Clock } from '#flows/ports';
import type { ChangeBatch, Positions } from '#flows/renewals/count-store';
import type {
  ChangedRows,
  ChangeStream,
  Changes,
  ExportedRows,
  FoundItem,
  RecountStore,
  TableExport,
} from '#flows/renewals/recount-store';
import {
  changesAfter,
  changesByLane,
  positionIn,
  type TallyStore,
  tally,
} from '#flows/renewals/tally';

type Ports = Readonly<{
  recounts: RecountStore;
  table: TableExport;
  counts: Omit<TallyStore, 'add' | 'isHeld'>;
  stream: ChangeStream;
  changedRows: () => ChangedRows;
  clock: Pick<Clock, 'sleep'>;
}>;

/**
 * `id`: never used before · `tallyMilliseconds`: who had begun to count before the hold has ended
 * after so long · `settleMilliseconds`: the stream lags by at most so long.
 */
type Options = Readonly<{
  id: string;
  tallyMilliseconds: number;
  settleMilliseconds: number;
  /** How many rows are added up by now. */
  heard?: (rows: number) => void;
}>;

/** `wrong`: counters with another sum; null where an earlier recount broke off amid its changes. */
export type Recounted = Readonly<{ rows: number; counters: number; wrong: number | null }>;

/**
 * Builds the counters of all stored rows anew, exactly, while the system goes on writing: the
 * counting is held, the table is exported as of an instant after that, and what was written since
 * the hold is read from the stream, up to a position in each shard. A row that changed since then
 * counts as its last change left it, whether or not the export has it already; any other as it was
 * exported. The counters become those of the rows at these positions, and the counting goes on from
 * there. Archived counts stay. May be broken off anywhere and begun again. Only counters are kept
 * in memory.
 */
export async function recount(
  ports: Ports,
  { id, tallyMilliseconds, settleMilliseconds, heard = () => undefined }: Options,
): Promise<Recounted> {
  const { recounts, table, counts, stream, clock } = ports;
  const brokeOff = await recounts.hold(id);
  // What is added after the export would be counted twice, or left in a row that nobody removes.
  await clock.sleep(tallyMilliseconds);
  const exported = await table.take();
  await clock.sleep(settleMilliseconds);
  const written = await stream.since(async (shard) =>
    positionIn(await counts.positions(shard), everyLane),
  );
  const { right, found, rows } = await addedUp({
    exported,
    written,
    changed: ports.changedRows(),
    heard,
  });
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
  for await (const stretch of written) await tally(stretch, { counts: passing });
  await recounts.replace(id, right, found);
  await recounts.release(id);
  return { rows, counters: linesOf(right).size, wrong };
}

type Added = Readonly<{
  exported: AsyncIterable<ExportedRows>;
  written: Changes;
  changed: ChangedRows;
  heard: (rows: number) => void;
}>;

async function addedUp({ exported, written, changed, heard }: Added) {
  const sums = counterSums();
  await addChanged(sums, written, changed);
  const found: FoundItem[] = [];
  let rows = changed.present();
  for await (const page of exported) {
    const same = page.rows.filter((row) => !changed.has(nameOf(row)));
    for (const row of same) sums.add(countsOf(row));
    found.push(...page.found);
    rows += same.length;
    heard(rows);
  }
  return { right: sums.items(), found, rows };
}

/** Each row as its last change left it, and notes which they are. */
async function addChanged(
  sums: ReturnType<typeof counterSums>,
  written: Changes,
  changed: ChangedRows,
): Promise<void> {
  for await (const { changes } of written)
    for (const { before, after } of changes) {
      const row = after ?? before;
      if (!row) continue;
      // What the row was before the first of its changes has not been added.
      const wasPresent = changed.note(nameOf(row), after !== null);
      if (before && wasPresent) sums.remove(countsOf(before));
      if (after) sums.add(countsOf(after));
    }
}

function nameOf(row: CountedRow): string {
  if (row.kind === 'worker') return row.worker.workerId;
  if (row.kind === 'payment') return ['PAY', row.payment.channel, row.payment.reference].join('#');
  const { workerId, month } = row.kind === 'cycle' ? row.cycle : row.reminder;
  return [
    workerId,
    row.kind,
    month,
    row.kind === 'cycle' ? row.cycle.began : row.reminder.step,
  ].join('#');
}

/** What was found, and what the counting would have made of it by now. */
async function expectedOf(
  found: readonly FoundItem[],
  written: Changes,
  counts: Pick<TallyStore, 'positions'>,
): Promise<readonly CounterItem[]> {
  const sums = counterSums();
  for (const { item } of found)
    if (item)
      sums.add(Object.entries(item.counts).map(([name, by]) => ({ place: item.place, name, by })));
  for await (const batch of written) addUncounted(sums, batch, await counts.positions(batch.shard));
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
