import type { Count } from '#domain/renewals/counting/counter';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import { laneOf } from '#domain/renewals/counting/lanes';
import type { ChangeBatch, CountStore, Positions, RowChange } from '#flows/renewals/count-store';

export type TallyStore = Pick<
  CountStore,
  'isHeld' | 'positions' | 'add' | 'moveOn' | 'most' | 'noteImport'
>;

export type LaneChange = Readonly<{
  position: string;
  counts: readonly Count[];
  archived: readonly Count[];
}>;

/**
 * Counts each change once: in each lane its counts and the position are written together, and what
 * lies behind the position is passed over. So a batch may come again, twice at a time, or after a
 * crash. Answers in how many steps. Throws while a recount holds the counting: what it holds up was
 * written before it reads the stream, and it moves the position beyond that.
 */
export async function tally(
  { shard, changes }: ChangeBatch,
  { counts }: { counts: TallyStore },
): Promise<{ steps: number }> {
  if (await counts.isHeld())
    throw new Error(
      'Counting is held by a recount: it goes on when that has ended, or `npm run recount` ' +
        'was run again',
    );
  const last = changes.at(-1);
  const lanes = changesByLane(changes);
  await noteFirstImport(changes, counts);
  let steps = 0;
  const positions = await counts.positions(shard);
  for (const [lane, of] of lanes)
    steps += await tallyLane({ shard, lane, positions, changes: of }, counts);
  if (last) await counts.moveOn(shard, last.position);
  return { steps };
}

type Lane = Readonly<{
  shard: string;
  lane: string;
  positions: Positions;
  changes: readonly LaneChange[];
}>;

async function tallyLane(
  { shard, lane, positions, changes }: Lane,
  counts: TallyStore,
): Promise<number> {
  let steps = 0;
  let from = positionIn(positions, lane);
  let remaining = changesAfter(from, changes);
  while (remaining.length > 0) {
    const { length, to, ...sums } = nextStep(remaining, counts.most);
    if (await counts.add({ shard, lane, from, to, ...sums })) {
      from = to;
      remaining = remaining.slice(length);
      steps += 1;
    } else {
      // Somebody else was given the same batch. Whoever wrote first has counted it.
      from = positionIn(await counts.positions(shard), lane);
      remaining = changesAfter(from, remaining);
    }
  }
  return steps;
}

export const positionIn = (positions: Positions, lane: string): string | null =>
  positions.get(lane) ?? null;

/** Positions are whole numbers of up to 40 digits. */
export const changesAfter = <C extends Readonly<{ position: string }>>(
  position: string | null,
  changes: readonly C[],
): readonly C[] =>
  position === null
    ? changes
    : changes.filter((change) => BigInt(change.position) > BigInt(position));

/** Written before the counts it is about; a repeat changes nothing. */
async function noteFirstImport(changes: readonly RowChange[], counts: TallyStore): Promise<void> {
  const days = changes.flatMap(({ before, after }) => (before === null ? cameOn(after) : []));
  const first = days.reduce<string | null>(
    (earliest, day) => (earliest === null || day < earliest ? day : earliest),
    null,
  );
  if (first !== null) await counts.noteImport(first);
}

const cameOn = (row: CountedRow | null): readonly string[] =>
  row?.kind === 'worker' && row.worker.cycle.origin === 'joined' ? [row.worker.cycle.since] : [];

/** Lanes in which nothing is counted are left out. */
export function changesByLane(
  changes: readonly RowChange[],
): ReadonlyMap<string, readonly LaneChange[]> {
  const lanes = new Map<string, LaneChange[]>();
  for (const change of changes) {
    const delta = deltaOf(change);
    const counts = Map.groupBy(delta.counts, ({ place }) => laneOf(place));
    const archived = Map.groupBy(delta.archived, ({ place }) => laneOf(place));
    for (const lane of new Set([...counts.keys(), ...archived.keys()])) {
      const of = lanes.get(lane) ?? [];
      of.push({
        position: change.position,
        counts: counts.get(lane) ?? [],
        archived: archived.get(lane) ?? [],
      });
      lanes.set(lane, of);
    }
  }
  return lanes;
}

/** As many changes as fit into one `add`, at least one; those that cancel out take no room. */
function nextStep(changes: readonly LaneChange[], most: CountStore['most']) {
  const [live, archived] = [counterSums(), counterSums()];
  let [length, to] = [0, ''];
  for (const change of changes) {
    live.add(change.counts);
    archived.add(change.archived);
    if (length > 0 && live.places() + archived.places() > most.places) {
      live.remove(change.counts);
      archived.remove(change.archived);
      break;
    }
    length += 1;
    to = change.position;
  }
  return { length, to, counts: live.counts(), archived: archived.counts() };
}

/** A row that is gone still happened: its counts are archived. A member who is gone is none. */
function deltaOf({
  before,
  after,
  removed,
}: RowChange): Readonly<{ counts: readonly Count[]; archived: readonly Count[] }> {
  const was = before ? countsOf(before) : [];
  const is = after ? countsOf(after) : [];
  const negated = was.map((count) => ({ ...count, by: -count.by }));
  return { counts: [...is, ...negated], archived: removed && before?.kind !== 'worker' ? was : [] };
}
