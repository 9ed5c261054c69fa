import { api } from '#handlers/api';

export const handler = api<'me'>({
  'GET /api/me': async ({ name, roles }) => ({ body: { name, roles } }),
});
