import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { connect } from './api-client.ts';
import { command } from './command.ts';

const usage = `npm run pay -- NIK [--amount RUPIAH] [--months N] [--data DIR]

  Pays for a made-up worker on this machine's stage, as a shop would: a signed notice to POST /api/payments.
  Without --amount it pays what is owed.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    amount: { type: 'string' },
    months: { type: 'string' },
    data: { type: 'string', default: '.ingat' },
  },
});

type Found = Readonly<{
  items: readonly Readonly<{ name: string; coveredThrough: string; owed: { amount: number } }>[];
}>;

async function main(nik: string): Promise<void> {
  const api = await connect({ url: undefined, data: values.data });
  const find = () =>
    api.post<Found>('/api/workers/find', {
      body: JSON.stringify({ nik }),
      type: 'application/json',
    });
  const [worker] = (await find()).items;
  const now = new Date((await api.get<{ now: string }>('/_local/clock')).now);
  const amount = Number(values.amount ?? worker?.owed.amount ?? 0);
  const reference = `PAY-${now.getTime()}`;
  const body = JSON.stringify({
    reference,
    channel: 'counter',
    nik,
    amount,
    paidAt: now.toISOString(),
    ...(values.months ? { months: Number(values.months) } : {}),
  });
  const { webhookSecret } = JSON.parse(readFileSync(join(values.data, 'local.json'), 'utf8'));
  const signature = new Webhook(webhookSecret).sign(reference, now, body);
  const headers = {
    'webhook-id': reference,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signature,
  };
  const { status, payment } = await api.post<{
    status: string;
    payment: { bought: readonly string[] };
  }>('/api/payments', {
    body,
    type: 'application/json',
    headers,
  });
  const [after] = (await find()).items;
  console.log(
    `Rp${amount.toLocaleString('id-ID')} ${status}: ${payment.bought.join(', ') || 'no whole month'}${after ? ` · ${after.name} is covered through ${after.coveredThrough}` : ''}`,
  );
}

await command(usage, positionals, main);
