import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { AttentionKind, AttentionStore } from '#flows/attention/attention-store';

type Item = Readonly<{ kind: AttentionKind; id: string }>;

/** Takes an item off the list, for somebody of these roles; what it is about stays as it is. */
export async function settleItem(
  { kind, id }: Item,
  roles: readonly string[],
  attention: Pick<AttentionStore, 'settle'>,
): Promise<void> {
  maySettle(kind, roles);
  if (!(await attention.settle(kind, id)))
    throw refused('not-found', problem('no-such-item', { id, kind }));
}

/** Whose work it is. Money that waits for its worker stays on the list until it is given to one, or reversed. */
const settledBy = {
  unknown: 'admin',
  failed: 'admin',
  missed: 'admin',
  undelivered: 'admin',
  flagged: 'finance',
  unmatched: null,
} as const satisfies Record<AttentionKind, string | null>;

function maySettle(kind: AttentionKind, roles: readonly string[]): void {
  const role = settledBy[kind];
  if (role === null) throw refused('conflict', problem('unmatched-stays'));
  if (!roles.includes(role)) throw refused('forbidden', problem('no-role', { needed: [role] }));
}
