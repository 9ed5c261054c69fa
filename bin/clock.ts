import { parseArgs } from 'node:util';
import { connect } from './api-client.ts';
import { command } from './command.ts';

const usage = `npm run clock -- P3D | 2026-11-14T12:00+07:00 [--data DIR]

  Moves the clock of this machine's stage forward, by so much or to that moment, and says what left meanwhile.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '.ingat' } },
});

async function main(to: string): Promise<void> {
  const api = await connect({ url: undefined, data: values.data });
  const { now: before } = await api.get<{ now: string }>('/_local/clock');
  const body = JSON.stringify(to.startsWith('P') ? { by: to } : { to });
  const { now } = await api.post<{ now: string }>('/_local/clock', {
    body,
    type: 'application/json',
  });
  const { items } = await api.get<{ items: readonly unknown[] }>(
    `/_local/outbox?since=${encodeURIComponent(before)}`,
  );
  const inJakarta = new Date(now).toLocaleString('en-GB', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'full',
    timeStyle: 'short',
  });
  console.log(`It is ${inJakarta} in Jakarta. ${items.length} texts left on the way.`);
}

await command(usage, positionals, main);
