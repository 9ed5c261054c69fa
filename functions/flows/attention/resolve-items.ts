import pMap from 'p-map';
import type { Change } from '#domain/people/worker';
import { problem } from '#domain/problem';
import { Refused, refused } from '#domain/refused';
import type { AttentionKind, AttentionStore, Noted } from '#flows/attention/attention-store';
import type { By } from '#flows/people/change-worker';
import type { Clock } from '#flows/ports';

type Items = Readonly<{ kind: AttentionKind; ids: readonly string[]; note: string | null }>;

/** Which of them are done, and why the others are not: each item is done by itself. */
export type DoneItem = Readonly<{
  id: string;
  done: boolean;
  code: 'no-such-item' | 'busy' | null;
}>;

type Act = Readonly<{ items: Items; by: By; roles: readonly string[] }>;
type Ports<Done extends 'resolve' | 'restore'> = Readonly<{
  attention: Pick<AttentionStore, Done>;
  clock: Clock;
}>;

/** Off the list. Safe to repeat: an item that is gone is told so, and nothing is noted twice. */
export const resolveItems = (act: Act, { attention, clock }: Ports<'resolve'>) =>
  each(act, (id, noted) => attention.resolve(act.items.kind, id, noted), {
    ...{ what: 'attention-resolved', at: clock.now() },
  });

/** On the list again, as long as what they are about is as it was. */
export const restoreItems = (act: Act, { attention, clock }: Ports<'restore'>) =>
  each(act, (id, noted) => attention.restore(act.items.kind, id, noted), {
    ...{ what: 'attention-restored', at: clock.now() },
  });

async function each(
  { items: { kind, ids, note }, by, roles }: Act,
  act: (id: string, noted: Noted) => Promise<boolean>,
  said: Pick<Change, 'what' | 'at'>,
): Promise<readonly DoneItem[]> {
  mayResolve(kind, roles);
  if (note !== null && kind === 'missed')
    throw refused('invalid', { path: 'note', ...problem('note-of-nobody') });
  return pMap(
    [...new Set(ids)],
    async (id, index) => {
      const notedOf: Noted = (workerId) =>
        workerId === null
          ? null
          : { workerId, ...said, ...entryBy(by, index), fields: [kind], reason: note };
      const isDone = await act(id, notedOf).catch(ifBusy);
      const code = isDone === 'busy' ? 'busy' : isDone ? null : 'no-such-item';
      return { id, done: isDone === true, code };
    },
    { concurrency: 10 },
  );
}

/** The others are told what was done with them. */
function ifBusy(error: unknown): 'busy' {
  if (error instanceof Refused && error.code === 'busy') return 'busy';
  throw error;
}

/** A call may be about several texts of one worker. */
const entryBy = ({ by, byName, requestId }: By, index: number) => ({
  ...{ id: `${requestId}#${index}`, by, byName },
});

/** The role whose work it is. Unmatched money stays listed until it is matched or reversed. */
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
