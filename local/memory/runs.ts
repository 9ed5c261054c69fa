import { isDeepStrictEqual } from 'node:util';
import { heldFrom, type PlanVersion, replacedBy } from '#domain/plan/plan-version';
import { isConfirmation } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import { emptyTrial, moveTickets } from '#domain/sending/trial';
import type { LayoutStore } from '#flows/hold-layout';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Booking, SliceStore } from '#flows/sending/slice-store';
import type { SmsRateLimit } from '#flows/sending/sms-port';
import type { TrialStore } from '#flows/sending/trial/trial-store';
import { missedAttention } from '#local/memory/attention';
import type { AtOnce } from '#local/memory/gate';
import { byKey, frozen, type State, sliceAt, trialAt } from '#local/memory/state';

export const memorySlices = (state: State): AtOnce<SliceStore> => ({
  open(slices) {
    for (const slice of slices)
      if (!state.slices.has(sliceAt(slice))) state.slices.set(sliceAt(slice), frozen(slice));
  },

  get: (key) => state.slices.get(sliceAt(key)),

  list: (zone, date) =>
    [...state.slices]
      .filter(([, slice]) => slice.zone === zone && slice.date === date)
      .sort(byKey)
      .map(([, slice]) => slice),

  anyReminder: (zone, date, is) =>
    [...state.slices.values()].some(
      (slice) => slice.zone === zone && slice.date === date && !isConfirmation(slice) && is(slice),
    ),

  progress: (zone, date) =>
    [...state.slices.values()]
      .filter((slice) => slice.zone === zone && slice.date === date)
      .map(({ time, step, month, planVersion, state: how, counts, withheld }) => ({
        ...{ zone, date, time, step, month },
        ...{ planVersion, state: how, counts, ...(withheld ? { withheld } : {}) },
      })),

  save(slice, booking, tickets) {
    const stored = state.slices.get(sliceAt(slice));
    const after = { ...slice, rev: slice.rev + 1 };
    if (stored?.rev !== slice.rev)
      return !booking && !tickets && isDeepStrictEqual(stored, after)
        ? { status: 'saved', slice: after }
        : { status: 'lost' };
    const before = tickets && (state.trials.get(trialAt(tickets)) ?? emptyTrial(tickets));
    const trial = tickets && before ? moveTickets(before, tickets) : undefined;
    const committed = booking && book(state, booking, trial === null ? 'try' : 'book');
    if (committed !== undefined) return { status: 'over-budget', committed };
    if (trial === null && before) return { status: 'no-ticket', trial: before };
    if (trial) state.trials.set(trialAt(trial), frozen(trial));
    const saved: Slice = frozen(after);
    state.slices.set(sliceAt(slice), saved);
    for (const { key, item } of missedAttention(saved)) state.attention.set(key, frozen(item));
    return { status: 'saved', slice: saved };
  },

  budget: (month) => state.budgets.get(month) ?? { committed: 0, spent: 0 },

  watermarks: (zones) =>
    new Map(zones.flatMap((zone) => [...state.closed].filter(([each]) => each === zone))),

  moveWatermark(zone, through) {
    if ((state.closed.get(zone) ?? '') < through) state.closed.set(zone, through);
  },
});

export const memoryTrials = (state: State): AtOnce<TrialStore> => ({
  get: (key) => state.trials.get(trialAt(key)),

  list: (date) =>
    [...state.trials]
      .filter(([, trial]) => trial.date === date)
      .sort(byKey)
      .map(([, trial]) => trial),

  release(key, released) {
    const trial = state.trials.get(trialAt(key));
    if (!trial || trial.released) return false;
    state.trials.set(trialAt(key), frozen({ ...trial, released }));
    return true;
  },
});

/**
 * What is committed already, where the limit refuses the booking; else it is booked, or could be.
 */
function book(
  state: State,
  { month, reserve, release, spend, limit }: Booking,
  how: 'book' | 'try' = 'book',
): number | undefined {
  const { committed, spent } = state.budgets.get(month) ?? { committed: 0, spent: 0 };
  const after = committed + reserve + spend - release;
  if (limit !== null && reserve !== 0 && after > limit) return committed;
  if (how === 'book') state.budgets.set(month, { committed: after, spent: spent + spend });
  return undefined;
}

export const memoryRateLimit = (state: State): AtOnce<SmsRateLimit> => ({
  take({ second, places, perSecond, oldest, from }) {
    const next = state.rateLimit.get(second);
    const first = next === undefined || next < oldest ? from : next;
    if (first >= perSecond) return null;
    state.rateLimit.set(second, first + places);
    return first;
  },
});

export const memoryLayout = (state: State): AtOnce<LayoutStore> => ({
  hold(wanted) {
    state.layout ??= wanted;
    return state.layout;
  },
});

export const memoryPlans = (state: State): AtOnce<PlanStore> => {
  const inForce = () => state.plans.filter((version) => heldFrom(version) !== null);
  const follows = (next: PlanVersion) => (inForce().at(-1)?.plan.version ?? 0) === replacedBy(next);
  const find = (version: number) => state.plans.find(({ plan }) => plan.version === version);
  const add = (next: PlanVersion): boolean => {
    if (!follows(next) || find(next.plan.version)) return false;
    state.plans.push(frozen(next));
    return true;
  };
  return {
    current: () => inForce().at(-1),

    version: find,

    inForceSince: (since) => {
      const versions = inForce();
      return versions
        .slice(
          Math.max(
            0,
            versions.findLastIndex((version) => (heldFrom(version) ?? '') <= since),
          ),
        )
        .reverse();
    },

    versions(before) {
      const below = state.plans
        .filter(({ plan }) => before === null || plan.version < before)
        .reverse();
      const items = below.slice(0, 20);
      return { items, next: below.length > 20 ? String(items.at(-1)?.plan.version) : null };
    },

    save: add,

    propose: add,

    approve(approved) {
      const index = state.plans.findIndex(({ plan }) => plan.version === approved.plan.version);
      if (state.plans[index]?.approval !== null || !follows(approved)) return false;
      state.plans[index] = frozen(approved);
      return true;
    },
  };
};
