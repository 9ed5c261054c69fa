import type { ConfirmationStore } from '#flows/payments/payment-store';
import type { AtOnce } from '#local/memory/gate';
import { byKey, confirmationAt, type State } from '#local/memory/state';

export const memoryConfirmations = (state: State): AtOnce<ConfirmationStore> => ({
  pending(zone, after, limit) {
    const rows = [...state.confirmations]
      .filter(([key, each]) => each.zone === zone && (after === null || key > after))
      .sort(byKey);
    const page = rows.slice(0, limit);
    return {
      items: page.map(([, each]) => each),
      next: page.length === limit ? (page.at(-1)?.[0] ?? null) : null,
    };
  },

  drop(confirmation) {
    state.confirmations.delete(confirmationAt(confirmation));
  },
});
