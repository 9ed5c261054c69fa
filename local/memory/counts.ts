import { paidIn, recordedBetween } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { everyLane } from '#domain/renewals/counting/lanes';
import type { CounterUpdate, CountStore } from '#flows/renewals/count-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

/** As over DynamoDB, where a transaction takes no more. */
export const mostAtOnce: CountStore['most'] = { places: 99 };

export const memoryCounts = (state: State): AtOnce<Omit<CountStore, 'most'>> => ({
  isHeld: () => state.hold !== null,

  positions: (shard) => new Map(positionsOf(state, shard)),

  add(tallied) {
    const { counts, archived } = tallied;
    const places = counterSums(counts).places() + counterSums(archived).places();
    if (places > mostAtOnce.places) throw new Error(`${places} places do not fit into one add`);
    if (!movePosition(state, tallied)) return false;
    state.counters.add(counts, archived);
    return true;
  },

  moveOn(shard, to) {
    positionsOf(state, shard).set(everyLane, to);
  },

  cohorts: (span, dimension) => frozen(state.counters.cohorts(span, dimension)),

  members: () => frozen(state.counters.members()),

  recordedIn: ({ from, to }) => frozen(state.counters.receipts(recordedBetween(from, to))),

  paidIn: (month) => frozen(state.counters.receipts(paidIn(month))),

  firstImport: () => state.counters.firstImport,

  noteImport(on) {
    if (on < (state.counters.firstImport ?? '9999-12-31')) state.counters.firstImport = on;
  },
});

function positionsOf({ positions }: State, shard: string): Map<string, string> {
  const of = positions.get(shard) ?? new Map<string, string>();
  positions.set(shard, of);
  return of;
}

/** False, and nothing done, where somebody else has moved it. */
export function movePosition(
  state: State,
  { shard, lane, from, to }: Pick<CounterUpdate, 'shard' | 'lane' | 'from' | 'to'>,
): boolean {
  const positions = positionsOf(state, shard);
  if ((positions.get(lane) ?? null) !== from) return false;
  positions.set(lane, to);
  return true;
}
