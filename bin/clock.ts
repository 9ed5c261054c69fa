import { addDuration, parseInstant } from '#local/moment';
import { type Api, connect } from './api-client.ts';
import { command, dataOption } from './command.ts';
import { withBar } from './progress.ts';

const usage = `npm run clock -- P3D | 2026-11-14T12:00+07:00 [--data DIR]

  Moves the clock of Ingat on this machine forward, by a duration (P3D, PT2H) or to a moment,
  and says how many texts were sent on the way. It takes as long as it takes.

  --data  the data folder on this machine (.ingat)

  Example: npm run clock -- P3D`;

await command(usage, dataOption, async (asked, { data }) => {
  const api = await connect({ url: undefined, data });
  const from = await clockOf(api);
  const to = asked.startsWith('P') ? addDuration(from, asked) : parseInstant(asked);
  const now = await withBar((heard) => move(api, { from, to, heard }));
  const since = encodeURIComponent(new Date(from).toISOString());
  const { items } = await api.get<{ items: readonly unknown[] }>(`/_local/outbox?since=${since}`);
  const inJakarta = new Date(now).toLocaleString('en-GB', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'full',
    timeStyle: 'short',
  });
  console.log(`It is ${inJakarta} in Jakarta. ${items.length} texts were sent on the way.`);
});

type Move = Readonly<{ from: number; to: number; heard: (share: number) => void }>;

/** Says where to, not by how much: a call that is made again moves the clock no further. */
async function move(api: Api, { from, to, heard }: Move): Promise<string> {
  const looking = setInterval(() => {
    clockOf(api).then(
      (now) => heard(Math.min(1, (now - from) / (to - from))),
      () => undefined,
    );
  }, 500);
  const body = JSON.stringify({ to: new Date(to).toISOString() });
  const sent = { body, safeToRepeat: true, patient: true };
  return api
    .post<{ now: string }>('/_local/clock', sent)
    .then(({ now }) => now)
    .finally(() => clearInterval(looking));
}

async function clockOf(api: Api): Promise<number> {
  return Date.parse((await api.get<{ now: string }>('/_local/clock')).now);
}
