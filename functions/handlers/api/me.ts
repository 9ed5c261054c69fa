import { api } from '#handlers/api';
import { clock } from '#handlers/wiring';

export const handler = api<'me'>({
  'GET /api/me': async ({ name, roles }) => ({ body: { name, roles, now: clock.now() } }),
});
