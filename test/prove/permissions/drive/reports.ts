import { asAdmin } from '../../../stage/calls.ts';
import type { Place } from './place.ts';

export async function askForReports(place: Place): Promise<void> {
  for (const path of ['renewals', 'members', 'renewals/2026-11/cycles', 'audit', 'runs'])
    await place.ask('GET', `/api/${path}`, asAdmin());
  await place.ask('GET', '/api/attention?kind=dead-letter', asAdmin());
  const [undelivered] = await place.attention('undelivered');
  const resolved = { kind: undelivered?.kind, id: undelivered?.id };
  await place.ask('POST', '/api/attention/resolve', asAdmin(resolved));
}
