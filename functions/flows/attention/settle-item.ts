import { Refused } from '#domain/refused';
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
    throw new Refused(
      'not-found',
      `There is no ${id} among what is ${kind}: somebody has seen to it already, or it has settled itself`,
    );
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
  if (role === null)
    throw new Refused(
      'conflict',
      'An unmatched payment stays on the list until it is matched with its worker, or reversed',
    );
  if (!roles.includes(role))
    throw new Refused(
      'forbidden',
      `What is ${kind} is for ${role}; you are signed in as ${roles.join(', ')}`,
    );
}
