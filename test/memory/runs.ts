import type { Slice } from '#domain/slice';
import type { Booking, Pace, PlanStore, SliceStore, StageStore } from '#flows/ports';
import type { AtOnce } from './gate.ts';
import { byKey, frozen, type State, sliceAt } from './state.ts';

export const memorySlices = (state: State): AtOnce<SliceStore> => ({
  open(slices) {
    for (const slice of slices) if (!state.slices.has(sliceAt(slice))) state.slices.set(sliceAt(slice), frozen(slice));
  },

  get: (key) => state.slices.get(sliceAt(key)),

  list: (zone, date) =>
    [...state.slices]
      .filter(([, slice]) => slice.zone === zone && slice.date === date)
      .sort(byKey)
      .map(([, slice]) => slice),

  save(slice, booking) {
    if (state.slices.get(sliceAt(slice))?.rev !== slice.rev) return { status: 'lost' };
    const committed = booking && book(state, booking);
    if (committed !== undefined) return { status: 'over-budget', committed };
    const saved: Slice = frozen({ ...slice, rev: slice.rev + 1 });
    state.slices.set(sliceAt(slice), saved);
    return { status: 'saved', slice: saved };
  },

  closedThrough: (zones) => new Map(zones.flatMap((zone) => [...state.closed].filter(([each]) => each === zone))),

  markClosed(zone, through) {
    if ((state.closed.get(zone) ?? '') < through) state.closed.set(zone, through);
  },
});

/** What is committed already, where the limit refuses the booking; else it is booked. */
function book(state: State, { month, reserve, release, spend, limit }: Booking): number | undefined {
  const { committed, spent } = state.budgets.get(month) ?? { committed: 0, spent: 0 };
  const after = committed + reserve + spend - release;
  if (limit !== null && reserve !== 0 && after > limit) return committed;
  state.budgets.set(month, { committed: after, spent: spent + spend });
  return undefined;
}

export const memoryPace = (state: State): AtOnce<Pace> => ({
  take(parts, perSecond) {
    const second = Math.floor(Date.parse(state.now) / 1_000);
    const taken = (state.pace.get(second) ?? 0) + parts;
    if (taken > perSecond) return false;
    state.pace.set(second, taken);
    return true;
  },
});

export const memoryStage = (state: State): AtOnce<StageStore> => ({
  shards(wanted) {
    state.shards ??= wanted;
    return state.shards;
  },
});

export const memoryPlans = (state: State): AtOnce<PlanStore> => ({
  current: () => state.plans.at(-1),

  version: (version) => state.plans.find(({ plan }) => plan.version === version),

  inForceSince: (since) =>
    state.plans
      .slice(
        Math.max(
          0,
          state.plans.findLastIndex(({ savedAt }) => savedAt <= since),
        ),
      )
      .reverse(),

  save(next) {
    if (next.plan.version !== (state.plans.at(-1)?.plan.version ?? 0) + 1) return false;
    state.plans.push(frozen(next));
    return true;
  },
});
