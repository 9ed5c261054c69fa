import {
  type AttentionFilter,
  type AttentionTotals,
  attentionTotals,
} from '#domain/attention/attention-filter';
import type { AttentionKind, AttentionStore, DeadLetters } from '#flows/attention/attention-store';

export type ShownKind = AttentionKind | 'dead-letter';

export type KindTotals = AttentionTotals & Readonly<{ kind: ShownKind; isAll: boolean }>;

/**
 * How much of each kind there is, counted in its list and never in the table: of each piece of the
 * list the latest thousand. `isAll` is false where there are more (docs/decisions/0079).
 */
export const countItems = (
  kinds: readonly ShownKind[],
  filter: AttentionFilter,
  { attention, deadLetters }: Ports,
): Promise<readonly KindTotals[]> =>
  Promise.all(
    kinds.map(async (kind) => {
      const { items, isAll } =
        kind === 'dead-letter'
          ? { items: await deadLetters.list(), isAll: true }
          : await attention.latest(kind);
      return { kind, isAll, ...attentionTotals(items, filter) };
    }),
  );

type Ports = Readonly<{ attention: Pick<AttentionStore, 'latest'>; deadLetters: DeadLetters }>;
