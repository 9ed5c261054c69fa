import { z } from 'zod';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { type AttentionKind, attentionKinds } from '#flows/ports';
import { api, parsed } from '#handlers/api';
import { environment } from '#handlers/env';
import { inQuery } from '#handlers/query';
import { attention, clock, deadLetters, once } from '#handlers/wiring';
import type { Role } from '#triggers';

const wired = once(async () => {
  const env = environment('attention');
  return { attention: attention(env), deadLetters: deadLetters(env) };
});

const shownKinds = [...attentionKinds, 'dead-letter'] as const;

export const handler = api<'attention'>({
  'GET /api/attention': async ({ query }) => {
    const kind = shownKinds.find((each) => each === query.kind);
    if (!kind) throw inQuery('kind', query.kind, problem('not-one-of', { choices: shownKinds }));
    const ports = await wired();
    if (kind === 'dead-letter')
      return { body: { items: (await ports.deadLetters.list()).map(asItem) } };
    const { items, next } = await ports.attention.list(kind, query.cursor || null);
    return { body: { items, ...(next ? { next } : {}) } };
  },
  'POST /api/attention/settle': async ({ text, roles }) => {
    const { kind, id } = parsed(settleSchema, text);
    maySettle(kind, roles);
    if (!(await (await wired()).attention.settle(kind, id)))
      throw refused('not-found', problem('no-such-item', { id, kind }));
    return {
      body: { settled: true },
      trail: { kind, id, worker: /wrk_[0-9a-f]{20}/.exec(id)?.[0] ?? null },
    };
  },
});

/** They lie in SQS, where a person empties the queue (docs/operating.md). */
const asItem = ({ queue, count }: Readonly<{ queue: string; count: number }>) =>
  ({ kind: 'dead-letter', id: queue, at: clock.now(), queue, count }) as const;

const settleSchema = z.strictObject({
  kind: z.enum(attentionKinds),
  id: z.string().min(1).max(500),
});

/** Whose work it is. Money that waits for its worker stays on the list until it is given to one, or reversed. */
const settledBy = {
  unknown: 'admin',
  failed: 'admin',
  missed: 'admin',
  undelivered: 'admin',
  flagged: 'finance',
  unmatched: null,
} as const satisfies Record<AttentionKind, Role | null>;

function maySettle(kind: AttentionKind, roles: readonly Role[]): void {
  const role = settledBy[kind];
  if (role === null) throw refused('conflict', problem('unmatched-stays'));
  if (!roles.includes(role)) throw refused('forbidden', problem('no-role', { needed: [role] }));
}
