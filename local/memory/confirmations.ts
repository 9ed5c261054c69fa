import { shardOf } from '#domain/people/worker';
import type { Confirmation } from '#domain/sending/confirmation';
import type { ConfirmationStore } from '#flows/payments/payment-store';
import type { AtOnce } from '#local/memory/gate';
import { byKey, confirmationAt, type State } from '#local/memory/state';

export const memoryConfirmations = (state: State, shards: number): AtOnce<ConfirmationStore> => {
  const placeOf = ({ zone, month, workerId }: Confirmation) => ({
    ...{ zone, month },
    shard: shardOf(workerId, shards),
  });
  return {
    waiting(zone) {
      const own = [...state.confirmations]
        .filter(([, each]) => each.zone === zone)
        .sort(byKey)
        .map(([, each]) => each);
      const partitions = Map.groupBy(own, (each) => JSON.stringify(placeOf(each)));
      return [...partitions.values()].flatMap(([first]) =>
        first ? [{ ...placeOf(first), at: first.at }] : [],
      );
    },

    page({ zone, month, shard }, after, limit) {
      const ids = state.confirmations
        .alike('partition', [zone, month, shard].join(' '))
        .map(({ workerId }) => workerId)
        .filter((id) => id > (after ?? ''));
      const items = ids.slice(0, limit);
      return { items, next: items.length === limit ? (items.at(-1) ?? null) : null };
    },

    of: ({ zone, month }, workerIds) =>
      workerIds.flatMap(
        (workerId) => state.confirmations.get(confirmationAt({ zone, month, workerId })) ?? [],
      ),

    drop(confirmation) {
      const key = confirmationAt(confirmation);
      const { channel, reference } = state.confirmations.get(key) ?? {};
      if (channel === confirmation.channel && reference === confirmation.reference)
        state.confirmations.delete(key);
    },
  };
};
