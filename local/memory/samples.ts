import { isAbout } from '#domain/sending/delivery';
import type { SampleSent } from '#domain/sending/sample-sent';
import type { SampleStore } from '#flows/messages/sample-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

export const memorySamples = (state: State): AtOnce<SampleStore> => ({
  claim(sample, { month, rupiah, limit }) {
    const { committed, spent } = budgetOf(state, month);
    if (limit !== null && committed + rupiah > limit) return false;
    if (state.samples.has(placeOf(sample))) return false;
    state.samples.set(placeOf(sample), frozen(sample));
    state.budgets.set(month, { committed: committed + rupiah, spent: spent + rupiah });
    return true;
  },

  record(sample, messageId) {
    const stored = state.samples.get(placeOf(sample));
    if (stored) state.samples.set(placeOf(sample), frozen({ ...stored, messageId }));
  },

  withdraw(sample, { month, rupiah }) {
    if (!state.samples.delete(placeOf(sample))) return;
    const { committed, spent } = budgetOf(state, month);
    state.budgets.set(month, { committed: committed - rupiah, spent: spent - rupiah });
  },

  near: (at) => [...state.samples.values()].filter((sample) => isAbout(sample.at, at)),
});

const placeOf = ({ at, id }: SampleSent): string => `${at}#${id}`;

const budgetOf = ({ budgets }: State, month: string) =>
  budgets.get(month) ?? { committed: 0, spent: 0 };
