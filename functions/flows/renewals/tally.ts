import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type Count, type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import type { ChangeBatch, CountStore, RowChange } from '#flows/renewals/count-store';

export type TallyStore = Pick<CountStore, 'position' | 'add' | 'most' | 'noteImport'>;

/**
 * Counts each change once: its counts and the position are written together, and what lies behind
 * the position is passed over. So a batch may come again, twice at a time, or after a crash.
 * Answers how many changes this call counted, in how many steps.
 */
export async function tally(
  { shard, changes }: ChangeBatch,
  { counts }: { counts: TallyStore },
): Promise<{ counted: number; steps: number }> {
  const done = { counted: 0, steps: 0 };
  let position = await counts.position(shard);
  let remaining = changesAfter(position, changes);
  await noteFirstImport(remaining, counts);
  while (remaining.length > 0) {
    const { length, to, ...sums } = nextStep(remaining, counts.most);
    if (await counts.add({ shard, from: position, to, ...sums })) {
      position = to;
      remaining = remaining.slice(length);
      done.counted += length;
      done.steps += 1;
    } else {
      // Somebody else was given the same batch. Whoever wrote first has counted it.
      position = await counts.position(shard);
      remaining = changesAfter(position, remaining);
    }
  }
  return done;
}

/** Positions are whole numbers of up to 40 digits. */
const changesAfter = (
  position: string | null,
  changes: readonly RowChange[],
): readonly RowChange[] =>
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

/** As many changes as fit into one `add`, at least one; those that cancel out take no room. */
function nextStep(changes: readonly RowChange[], most: CountStore['most']) {
  const [live, archived] = [counterSums(), counterSums()];
  let [length, to] = [0, ''];
  for (const change of changes) {
    const delta = deltaOf(change);
    live.add(delta.counts);
    archived.add(delta.archived);
    const fits =
      live.places() + archived.places() <= most.places &&
      Math.max(live.names(), archived.names()) <= most.names;
    if (length > 0 && !fits) {
      live.remove(delta.counts);
      archived.remove(delta.archived);
      break;
    }
    length += 1;
    to = change.position;
  }
  return { length, to, counts: live.counts(), archived: archived.counts() };
}

/** A row that is gone still happened: its counts are archived. A member who is gone is none. */
export function deltaOf({
  before,
  after,
  removed,
}: RowChange): Readonly<{ counts: readonly Count[]; archived: readonly Count[] }> {
  const was = before ? countsOf(before) : [];
  const is = after ? countsOf(after) : [];
  const negated = was.map((count) => ({ ...count, by: -count.by }));
  return { counts: [...is, ...negated], archived: removed && before?.kind !== 'worker' ? was : [] };
}
