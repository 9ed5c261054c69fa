import { api } from '#handlers/api';
import { dayIn } from '#handlers/query';
import { auditLog } from '#handlers/wiring';

export const handler = api<'audit-log'>({
  'GET /api/audit': async ({ query }) => {
    const { items, next } = await auditLog().list(dayIn(query), query.cursor || null);
    return { body: { items, ...(next ? { next } : {}) } };
  },
});
