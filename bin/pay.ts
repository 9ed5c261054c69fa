import type { PaymentRecord } from '#domain/payments/payment';
import { signedHeaders } from '#local/demo/signed-notice';
import { type Api, connect, localFile } from './api-client.ts';
import { command, dataOption } from './command.ts';
import { rupiah } from './numbers.ts';
import { numberTyped } from './typed.ts';

const usage = `npm run pay -- NIK [--amount RUPIAH] [--months N] [--data DIR]

  Pays for a made-up worker on this machine, as a shop would: a signed notice to
  POST /api/payments. Without --amount it pays what is owed.

  Example: npm run pay -- 9972016305830001 --months 2`;

const text = { type: 'string' } as const;

type Found = Readonly<{
  items: readonly Readonly<{ name: string; coveredThrough: string; owed: { amount: number } }>[];
}>;
type Paid = Readonly<{ status: string; payment: Pick<PaymentRecord, 'bought' | 'linked'> }>;

await command(usage, { amount: text, months: text, ...dataOption }, async (nik, values) => {
  const [sum, paidMonths] = [
    numberIf('amount', values.amount, 1_000_000_000),
    numberIf('months', values.months, 12),
  ];
  const api = await connect({ url: undefined, data: values.data });
  const worker = await find(api, nik);
  const at = new Date((await api.get<{ now: string }>('/_local/clock')).now);
  const amount = sum ?? worker?.owed.amount ?? 0;
  const months = paidMonths === undefined ? {} : { months: paidMonths };
  const id = `PAY-${at.getTime()}`;
  const notice = { reference: id, channel: 'counter', nik, amount, paidAt: at.toISOString() };
  const body = JSON.stringify({ ...notice, ...months });
  const headers = signedHeaders(localFile(values.data).webhookSecret, { id, at, body });
  // A reference counts once.
  const sent = { body, headers, safeToRepeat: true };
  const { status, payment } = await api.post<Paid>('/api/payments', sent);
  const after = await find(api, nik);
  const covered = after ? ` · ${after.name} is covered through ${after.coveredThrough}` : '';
  const paidFor = (payment.linked?.months ?? payment.bought).join(', ') || 'no whole month';
  console.log(`${rupiah(amount)} ${status}: ${paidFor}${covered}`);
});

function numberIf(option: string, typed: string | undefined, to: number): number | undefined {
  return typed === undefined ? undefined : numberTyped(option, typed, { from: 1, to });
}

async function find(api: Api, nik: string) {
  const body = JSON.stringify({ nik });
  return (await api.post<Found>('/api/workers/find', { body, safeToRepeat: true })).items[0];
}
