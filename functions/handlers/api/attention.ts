import * as z from 'zod';
import { keptItem } from '#domain/payments/kept-reference';
import { workerIdWithin } from '#domain/people/worker-id';
import { attentionKinds } from '#flows/attention/attention-store';
import { listItems } from '#flows/attention/list-items';
import { resolveItem } from '#flows/attention/resolve-item';
import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { portsOf } from '#handlers/ports';
import { oneOf } from '#handlers/query';
import { parsed } from '#handlers/request';
import { attention, clock, deadLetters, once, plans } from '#handlers/wiring';

const wired = once(async () =>
  portsOf(environment('attention'), { attention, plans, deadLetters }),
);

export const shownKinds = [...attentionKinds, 'dead-letter'] as const;

export const handler = api<'attention'>({
  'GET /api/attention': async ({ query }) => {
    const kind = oneOf(shownKinds, 'kind', query.kind);
    const ports = await wired();
    if (kind === 'dead-letter')
      return { body: { items: (await ports.deadLetters.list()).map(asItem) } };
    return page(await listItems(kind, query.cursor || null, ports));
  },
  'POST /api/attention/resolve': async ({ text, roles }) => {
    const { kind, id } = parsed(resolveSchema, text);
    await resolveItem({ kind, id }, roles, (await wired()).attention);
    return {
      body: { resolved: true },
      trail: { kind, id: keptItem(id), worker: workerIdWithin(id) },
    };
  },
});

/** Dead letters lie in SQS, where a person empties the queue (docs/operating.md). */
const asItem = ({ queue, count }: Readonly<{ queue: string; count: number }>) =>
  ({ kind: 'dead-letter', id: queue, at: clock.now(), queue, count }) as const;

export const resolveSchema = z.strictObject({
  kind: z.enum(attentionKinds),
  id: z.string().min(1).max(500),
});
