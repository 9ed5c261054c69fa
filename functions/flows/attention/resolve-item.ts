import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { AttentionKind, AttentionStore } from '#flows/attention/attention-store';

type Item = Readonly<{ kind: AttentionKind; id: string }>;

export async function resolveItem(
  { kind, id }: Item,
  roles: readonly string[],
  attention: Pick<AttentionStore, 'resolve'>,
): Promise<void> {
  mayResolve(kind, roles);
  if (!(await attention.resolve(kind, id)))
    throw refused('not-found', problem('no-such-item', { id, kind }));
}

/** Whose work it is. Unmatched money stays listed until it is matched or reversed. */
const resolvedBy = {
  unknown: 'admin',
  failed: 'admin',
  missed: 'admin',
  undelivered: 'admin',
  flagged: 'finance',
  unmatched: null,
} as const satisfies Record<AttentionKind, string | null>;

function mayResolve(kind: AttentionKind, roles: readonly string[]): void {
  const role = resolvedBy[kind];
  if (role === null) throw refused('conflict', problem('unmatched-stays'));
  if (!roles.includes(role)) throw refused('forbidden', problem('no-role', { needed: [role] }));
}
