import { api } from '#handlers/api';
import { dayIn } from '#handlers/query';
import { audit } from '#handlers/wiring';

export const handler = api<'activity'>({
  'GET /api/audit': async ({ query }) => {
    const { items, next } = await audit().list(dayIn(query), query.cursor || null);
    return { body: { items, ...(next ? { next } : {}) } };
  },
});
