import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { csvRecords } from '#domain/csv/line';
import { csvCutter } from '#domain/csv/pieces';
import type { Emulator } from '#local/emulator';

/** Where the story begins, and where it leaves the newcomer: five days before the contribution for November is due, five minutes after the texts in Jakarta. */
export const demoBegins = Date.parse('2026-10-01T08:00:00+07:00');
const storyEnds = Date.parse('2026-11-11T09:05:00+07:00');

/** Nobody to protect, and lots to be drawn: with this one none of the cast is held out. */
export const nikSecret = 'made-up people 18';

/** People of examples/workers.csv whom the story speaks of, by their made-up NIK. */
export const cast = {
  siti: '3372016305830000',
  yohana: '9171011001830000',
  marsudi: '3372010401670000',
} as const;

type Payment = Readonly<Record<string, string>>;
type Act = Readonly<{ at: number; does: (emulator: Emulator) => Promise<unknown> | unknown }>;

/**
 * Plays October and November to the 11th through the ways in that everybody has: the roster by the API, payments by the signed webhook, all else by the clock.
 * Each act can be repeated, so a story that was broken off is played again from its beginning. `heard` is told how far it is, 0 to 1.
 */
export async function playDemo(
  emulator: Emulator,
  examples: string,
  heard: (share: number) => void,
): Promise<void> {
  await emulator.moveTo(demoBegins);
  await importRoster(emulator, join(examples, 'workers.csv'));
  for (const { at, does } of actsIn(examples)) {
    if (at > Date.now()) await emulator.moveTo(at);
    await does(emulator);
    heard((Math.min(at, storyEnds) - demoBegins) / (storyEnds - demoBegins));
  }
  await emulator.moveTo(storyEnds);
}

function actsIn(examples: string): readonly Act[] {
  const payments: readonly Payment[] = csvRecords(
    readFileSync(join(examples, 'payments.csv'), 'utf8'),
  );
  const acts: readonly Act[] = [
    ...payments.map((payment) => ({
      at: Date.parse(payment.paid_at ?? ''),
      does: (emulator: Emulator) => pay(emulator, payment),
    })),
    {
      at: Date.parse('2026-10-02T10:00:00+07:00'),
      does: (emulator) => stop(emulator, cast.marsudi),
    },
    // One text in Makassar is taken by the carrier, whose answer never comes: nobody knows, so it is not sent again.
    {
      at: Date.parse('2026-11-11T07:30:00+07:00'),
      does: (emulator) => emulator.setFaults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] }),
    },
  ];
  return [...acts].sort((a, b) => a.at - b.at);
}

async function importRoster(emulator: Emulator, file: string): Promise<void> {
  const cutter = csvCutter(file);
  for (const { text, firstLine } of [...cutter.feed(readFileSync(file)), ...cutter.end()]) {
    await call(emulator, `/api/workers/import?firstLine=${firstLine}`, {
      body: text,
      type: 'text/csv',
    });
  }
}

function pay(
  emulator: Emulator,
  { reference, channel, nik, amount, paid_at, months }: Payment,
): Promise<unknown> {
  const body = JSON.stringify({
    reference,
    channel,
    nik,
    amount: Number(amount),
    paidAt: paid_at,
    months: Number(months),
  });
  const id = `msg_${reference}`;
  const now = new Date();
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(emulator.webhookSecret).sign(id, now, body),
  };
  return call(emulator, '/api/payments', { body, headers });
}

async function stop(emulator: Emulator, nik: string): Promise<void> {
  const { items } = await call<{ items: readonly { workerId: string }[] }>(
    emulator,
    '/api/workers/find',
    { body: JSON.stringify({ nik }) },
  );
  await call(emulator, `/api/workers/${items[0]?.workerId}/stop`, { body: '{}' });
}

type Call = Readonly<{
  method?: string;
  body?: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** As an admin. Anything but an answer of 2xx ends the story: it is a bug. */
export async function call<T>(
  emulator: Emulator,
  path: string,
  { method = 'POST', body, type = 'application/json', headers = {} }: Call = {},
): Promise<T> {
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: {
      authorization: `Bearer ${await emulator.signIn('admin')}`,
      'content-type': type,
      ...headers,
    },
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
