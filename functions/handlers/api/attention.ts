import { z } from 'zod';
import { workerIdWithin } from '#domain/people/worker-id';
import { Refused } from '#domain/refused';
import { type AttentionKind, attentionKinds } from '#flows/attention/attention-store';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { parsed } from '#handlers/request';
import { attention, clock, deadLetters, once } from '#handlers/wiring';
import type { Role } from '#triggers';

const wired = once(async () => {
  const env = environment('attention');
  return { attention: attention(env), deadLetters: deadLetters(env) };
});

export const shownKinds = [...attentionKinds, 'dead-letter'] as const;

export const handler = api<'attention'>({
  'GET /api/attention': async ({ query }) => {
    const kind = shownKinds.find((each) => each === query.kind);
    if (!kind)
      throw new Refused('invalid', `Name a kind: one of ${shownKinds.join(', ')}`, {
        kind: `is none of ${shownKinds.join(', ')}`,
      });
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
      throw new Refused(
        'not-found',
        `There is no ${id} among what is ${kind}: somebody has seen to it already, or it has settled itself`,
      );
    return {
      body: { settled: true },
      trail: { kind, id, worker: workerIdWithin(id) },
    };
  },
});

/** They lie in SQS, where a person empties the queue (docs/operating.md). */
const asItem = ({ queue, count }: Readonly<{ queue: string; count: number }>) =>
  ({ kind: 'dead-letter', id: queue, at: clock.now(), queue, count }) as const;

export const settleSchema = z.strictObject({
  kind: z.enum(attentionKinds, `is none of ${attentionKinds.join(', ')}`),
  id: z.string('is not the id of an item').min(1, 'is empty').max(500, 'is longer than any id'),
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
