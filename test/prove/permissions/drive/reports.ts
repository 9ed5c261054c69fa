import { asAdmin } from '../../../stage/calls.ts';
import type { Place } from './place.ts';

export async function askForReports(place: Place): Promise<void> {
  for (const path of ['renewals', 'members', 'renewals/2026-11/cycles', 'audit', 'runs'])
    await place.ask('GET', `/api/${path}`, asAdmin());
  await place.ask('GET', '/api/attention/totals', asAdmin());
  // On a busy machine the text to the dead phone may be in doubt instead.
  const [first] = [
    ...(await place.attention('undelivered')),
    ...(await place.attention('unknown')),
  ];
  const resolved = { kind: first?.kind, ids: [first?.id] };
  await place.ask('POST', '/api/attention/resolve', asAdmin(resolved));
  await place.ask('POST', '/api/attention/restore', asAdmin(resolved));
}
