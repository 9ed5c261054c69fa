import type { ClosingStore } from '#flows/closings/closing-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

export const memoryClosings = ({ closings }: State): AtOnce<ClosingStore> => ({
  close(closing) {
    if (closings.has(closing.month)) return false;
    closings.set(closing.month, frozen(closing));
    return true;
  },
  get: (month) => closings.get(month),
  list: () => [...closings.values()].sort((one, other) => (one.month < other.month ? 1 : -1)),
});
