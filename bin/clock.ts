import { connect } from './api-client.ts';
import { command, dataOption } from './command.ts';

const usage = `npm run clock -- P3D | 2026-11-14T12:00+07:00 [--data DIR]

  Moves the clock of Ingat on this machine forward, by a duration or to a moment,
  and says how many texts were sent on the way.`;

await command(usage, dataOption, async (to, { data }) => {
  const api = await connect({ url: undefined, data });
  const { now: before } = await api.get<{ now: string }>('/_local/clock');
  const body = JSON.stringify(to.startsWith('P') ? { by: to } : { to });
  const { now } = await api.post<{ now: string }>('/_local/clock', { body });
  const since = encodeURIComponent(before);
  const { items } = await api.get<{ items: readonly unknown[] }>(`/_local/outbox?since=${since}`);
  const inJakarta = new Date(now).toLocaleString('en-GB', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'full',
    timeStyle: 'short',
  });
  console.log(`It is ${inJakarta} in Jakarta. ${items.length} texts were sent on the way.`);
});
