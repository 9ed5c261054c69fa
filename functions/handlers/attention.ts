import { Refused } from '#domain/refused';
import { attentionKinds } from '#flows/ports';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { attention, once } from '#handlers/wiring';

const wired = once(async () => attention(environment('attention')));

export const handler = api<'attention'>({
  'GET /api/attention': async ({ query }) => {
    const kind = attentionKinds.find((each) => each === query.kind);
    if (!kind)
      throw new Refused('invalid', `Name a kind: one of ${attentionKinds.join(', ')}`, { kind: `is none of ${attentionKinds.join(', ')}` });
    const { items, next } = await (await wired()).list(kind, query.cursor || null);
    return { body: { items, ...(next ? { next } : {}) } };
  },
});
