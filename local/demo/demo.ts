import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '#domain/csv/lines/line';
import { csvCutter } from '#domain/csv/pieces';
import { call } from '#local/demo/call';
import { signedHeaders } from '#local/demo/signed-notice';
import type { Emulator } from '#local/emulator';

export const demoBegins = Date.parse('2026-10-01T08:00:00+07:00');
/** Five days before November is due, five minutes after the texts in Jakarta. */
const demoEnds = Date.parse('2026-11-11T09:05:00+07:00');

/** The secret is public, as the people are made up; with this one nobody of the cast is held out. */
export const nikSecret = 'made-up people 14';

/** People of examples/workers.csv whom the screen names, by their made-up NIK. */
export const cast = {
  siti: '9972016305830001',
  sri: '9972012704990001',
  yohana: '9971011001830001',
  marsudi: '9972010401670001',
} as const;

type Payment = Readonly<Record<string, string>>;
type Act = Readonly<{ at: number; does: (emulator: Emulator) => Promise<unknown> | unknown }>;

/**
 * Plays October and November to the 11th: the roster by the API, payments by the signed webhook, all
 * else by the clock. Each act is safe to repeat, so a demo that was broken off begins again. `heard`
 * is told how far it is, 0 to 1.
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
    heard((Math.min(at, demoEnds) - demoBegins) / (demoEnds - demoBegins));
  }
  await emulator.moveTo(demoEnds);
}

function actsIn(examples: string): readonly Act[] {
  const file = readFileSync(join(examples, 'payments.csv'), 'utf8');
  const acts: readonly Act[] = [
    ...csvRecords(file).map((payment) => ({
      at: Date.parse(payment.paid_at ?? ''),
      does: (emulator: Emulator) => pay(emulator, payment),
    })),
    {
      at: Date.parse('2026-10-02T10:00:00+07:00'),
      does: (emulator) => stop(emulator, cast.marsudi),
    },
    // Of one text in Makassar nobody will know whether it arrived.
    {
      at: Date.parse('2026-11-11T07:30:00+07:00'),
      does: (emulator) => emulator.setFaults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] }),
    },
  ];
  return [...acts].sort((a, b) => a.at - b.at);
}

async function importRoster(emulator: Emulator, file: string): Promise<void> {
  const cutter = csvCutter(file);
  for (const { text, firstLine } of [...cutter.feed(readFileSync(file)), ...cutter.end()])
    await call(emulator, `/api/workers/import?firstLine=${firstLine}`, {
      body: text,
      type: 'text/csv',
    });
}

function pay(emulator: Emulator, { paid_at: paidAt, ...payment }: Payment): Promise<unknown> {
  const [amount, months] = [Number(payment.amount), Number(payment.months)];
  const body = JSON.stringify({ ...payment, paidAt, amount, months });
  const notice = { id: `msg_${payment.reference}`, at: new Date(), body };
  const headers = signedHeaders(emulator.webhookSecret, notice);
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
