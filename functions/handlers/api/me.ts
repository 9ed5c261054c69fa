import contract from '#api/openapi' with { type: 'json' };
import { api } from '#handlers/api';
import { clock } from '#handlers/wiring';

export const handler = api<'me'>({
  'GET /api/openapi.json': async () => ({ body: contract }),
  'GET /api/me': async ({ name, roles }) => ({ body: { name, roles, now: clock.now() } }),
});
