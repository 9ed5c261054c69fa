import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { dayIn } from '#handlers/query';
import { auditLog } from '#handlers/wiring';

export const handler = api<'audit-log'>({
  'GET /api/audit': async ({ query }) =>
    page(await auditLog().list(dayIn(query), query.cursor || null)),
});
