import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '#domain/csv/lines/line';
import { Refused } from '#domain/refused';
import { call } from '#local/demo/call';
import { beginPast, type Past } from '#local/demo/past/lay-past';
import { signedHeaders } from '#local/demo/signed-notice';
import type { Emulator } from '#local/emulator';

/** What is before was laid in. */
export const demoBegins = Date.parse('2026-11-11T06:00:00+07:00');
/** Five days before November is due, five minutes after the texts in Jakarta. */
const demoEnds = Date.parse('2026-11-11T09:05:00+07:00');

/**
 * The secret is public, as the people are made up; with this one nobody of the cast is held out.
 */
export const nikSecret = 'made-up people 14';

/** People of examples/workers.csv whom the screen names, by their made-up NIK. */
export const cast = {
  siti: '9972016305830001',
  sri: '9972012704990001',
  yohana: '9971011001830001',
  marsudi: '9972010401670001',
} as const;

/** `seed` makes another past; the people of the examples stay. */
export type DemoAsked = Readonly<{ examples: string; seed: number; workers: number }>;

/** Needs no emulator until it is laid into one. */
export const beginDemoPast = (asked: DemoAsked): Past => beginPast({ ...asked, nikSecret });

type Payment = Readonly<Record<string, string>>;
type Act = Readonly<{ at: number; does: (emulator: Emulator) => Promise<unknown> | unknown }>;
type Heard = (share: number) => void;

/** Once for a data folder: before anything is played. */
export async function layDemoPast(emulator: Emulator, past: Past, heard: Heard): Promise<void> {
  const file = emulator.dynoxideFile;
  if (!file)
    throw new Refused(
      'invalid',
      'The demo lays its past into the file of dynoxide: start with --empty on another database.',
    );
  // What the start itself has set going is written by then, and the past takes its place.
  await emulator.settled();
  await past.layInto(file, heard);
}

/**
 * Plays the morning of the 11th of November: payments by the signed webhook, all else by the
 * clock. Each act is safe to repeat, so a demo that was broken off begins again. `heard` is told
 * how far it is, 0 to 1.
 */
export async function playDemo(emulator: Emulator, examples: string, heard: Heard): Promise<void> {
  await emulator.moveTo(demoBegins);
  for (const { at, does } of actsIn(examples)) {
    if (at > Date.now()) await emulator.moveTo(at);
    await does(emulator);
    heard((Math.min(at, demoEnds) - demoBegins) / (demoEnds - demoBegins));
  }
  await emulator.moveTo(demoEnds);
}

function actsIn(examples: string): readonly Act[] {
  const file = readFileSync(join(examples, 'payments.csv'), 'utf8');
  const payments = csvRecords(file).map((payment) => ({
    at: Date.parse(payment.paid_at ?? ''),
    does: (emulator: Emulator) => pay(emulator, payment),
  }));
  const acts: readonly Act[] = [
    ...payments.filter(({ at }) => at >= demoBegins),
    {
      at: Date.parse('2026-11-11T06:10:00+07:00'),
      does: (emulator) => stop(emulator, cast.marsudi),
    },
    { at: Date.parse('2026-11-11T06:20:00+07:00'), does: close },
    // Of one text in Makassar nobody will know whether it arrived; silence would take 3 s.
    {
      at: Date.parse('2026-11-11T07:30:00+07:00'),
      does: (emulator) => emulator.setFaults({ sns: [{ kind: 'accept-then-hang-up', count: 1 }] }),
    },
  ];
  return [...acts].sort((a, b) => a.at - b.at);
}

/** Finance closes the latest month whose outcomes no longer change. */
const close = (emulator: Emulator): Promise<unknown> =>
  call(emulator, '/api/closings', { body: JSON.stringify({ month: '2026-08' }), role: 'finance' });

function pay(
  emulator: Emulator,
  { reference, channel, nik, paid_at: paidAt, ...paid }: Payment,
): Promise<unknown> {
  const [amount, months] = [Number(paid.amount), Number(paid.months)];
  const body = JSON.stringify({ reference, channel, nik, paidAt, amount, months });
  const notice = { id: `msg_${reference}`, at: new Date(), body };
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
