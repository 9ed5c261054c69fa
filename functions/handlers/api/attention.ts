import * as z from 'zod';
import type { AttentionFilter } from '#domain/attention/attention-filter';
import { provinces } from '#domain/calendar/provinces';
import { keptItem } from '#domain/payments/kept-reference';
import { workerIdWithin } from '#domain/people/worker-id';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { attentionKinds } from '#flows/attention/attention-store';
import { countItems } from '#flows/attention/count-items';
import { listItems } from '#flows/attention/list-items';
import { type DoneItem, resolveItems, restoreItems } from '#flows/attention/resolve-items';
import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { portsOf } from '#handlers/ports';
import { inQuery, oneOf } from '#handlers/query';
import { byOf, parsed, type Request } from '#handlers/request';
import { attention, clock, deadLetters, once, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('attention');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { attention, plans, workers, deadLetters }), clock },
  };
});

export const shownKinds = [...attentionKinds, 'dead-letter'] as const;
export const orders = ['latest', 'oldest'] as const;

export const handler = api<'attention'>({
  'GET /api/attention': async ({ query, roles }) => {
    const kind = oneOf(shownKinds, 'kind', query.kind);
    const { ports, settings } = await wired();
    if (kind === 'dead-letter')
      return { body: { items: (await ports.deadLetters.list()).map(asItem) } };
    const asked = {
      ...{ kind, cursor: query.cursor || null, filter: filterIn(query) },
      oldestFirst: query.order ? oneOf(orders, 'order', query.order) === 'oldest' : false,
      // Admins list people with their phones elsewhere too; finance looks phones up one by one.
      isForAdmin: roles.includes('admin'),
    };
    return page(await listItems(asked, ports, settings));
  },
  'GET /api/attention/totals': async ({ query }) => {
    const kinds = query.kind ? [oneOf(shownKinds, 'kind', query.kind)] : shownKinds;
    const { ports } = await wired();
    return { body: { items: await countItems(kinds, filterIn(query), ports) } };
  },
  'POST /api/attention/resolve': async ({ text, roles, ...call }) => {
    const { kind, id, ids, note = null } = parsed(resolveSchema, text);
    const act = { items: { kind, ids: idsIn({ id, ids }), note }, by: byOf(call), roles };
    const items = await resolveItems(act, (await wired()).ports);
    // A console that was opened before it could choose many sends one id, and is told so.
    if (id !== undefined && items[0]?.code === 'no-such-item')
      throw refused('not-found', problem('no-such-item', { id, kind }));
    const resolved = items.every(({ done }) => done);
    return { body: { resolved, items }, trail: trailOf(kind, items) };
  },
  'POST /api/attention/restore': async ({ text, roles, ...call }) => {
    const { kind, ids } = parsed(restoreSchema, text);
    const act = { items: { kind, ids, note: null }, by: byOf(call), roles };
    const items = await restoreItems(act, (await wired()).ports);
    return { body: { items }, trail: trailOf(kind, items) };
  },
});

function filterIn({
  province,
  group,
  step,
  reason,
  amountFrom,
}: Request['query']): AttentionFilter {
  return {
    province: province ? oneOf(provinces, 'province', province) : null,
    group: group || null,
    step: step || null,
    reason: reason || null,
    amountFrom: amountFrom ? rupiahIn('amountFrom', amountFrom) : null,
  };
}

function rupiahIn(path: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw inQuery(path, text, problem('not-whole-rupiah'));
}

/** Dead letters lie in SQS, where a person empties the queue (docs/operating.md). */
const asItem = ({ queue, count }: Readonly<{ queue: string; count: number }>) =>
  ({ kind: 'dead-letter', id: queue, at: clock.now(), queue, count }) as const;

const idSchema = z.string().min(1).max(500);
const idsSchema = z.array(idSchema).min(1).max(100);

/** Kept for as long as the worker: a phone or a NIK has no place in it. */
const noteSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(
    (note) => !/\d{9}|\d{3,4}[ .-]\d{3,4}[ .-]\d{3}/.test(note),
    message(problem('note-has-number')),
  );

export const resolveSchema = z.strictObject({
  kind: z.enum(attentionKinds),
  id: idSchema.optional(),
  ids: idsSchema.optional(),
  note: noteSchema.optional(),
});

export const restoreSchema = z.strictObject({ kind: z.enum(attentionKinds), ids: idsSchema });

function idsIn({ id, ids }: Pick<z.infer<typeof resolveSchema>, 'id' | 'ids'>) {
  if ((id === undefined) === (ids === undefined))
    throw refused('invalid', problem('not-id-or-ids'));
  return ids ?? [id ?? ''];
}

/** What was done, for `npm run verify` too: what is off the list has to be here. */
function trailOf(kind: string, items: readonly DoneItem[]) {
  const ids = items.filter(({ done }) => done).map(({ id }) => id);
  const workers = ids.flatMap((id) => workerIdWithin(id) ?? []);
  return { kind, ids: ids.map(keptItem), count: ids.length, workers: [...new Set(workers)] };
}
