import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { CountStore } from '#flows/renewals/count-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

/** As over DynamoDB, where a transaction takes no more. */
export const mostAtOnce: CountStore['most'] = { places: 98, names: 200 };

export const memoryCounts = (state: State): AtOnce<Omit<CountStore, 'most'>> => ({
  position: (shard) => state.positions.get(shard) ?? null,

  add({ shard, from, to, counts, archived }) {
    if (state.hold) throw new Error('Counting is held by a recount');
    if ((state.positions.get(shard) ?? null) !== from) return false;
    const places = counterSums(counts).places() + counterSums(archived).places();
    if (places > mostAtOnce.places) throw new Error(`${places} places do not fit into one add`);
    state.positions.set(shard, to);
    state.counters.add(counts, archived);
    return true;
  },

  cohort: (month, dimension) => frozen(state.counters.cohort(month, dimension)),

  members: () => frozen(state.counters.members()),

  firstImport: () => state.counters.firstImport,

  noteImport(on) {
    if (on < (state.counters.firstImport ?? '9999-12-31')) state.counters.firstImport = on;
  },
});
