import { instantAt, localDate, localTime } from '#domain/calendar/dates';
import type { RunView } from '#flows/sending/show-runs';
import { call } from '#local/demo/call';
import { type Again, columns, startAgain, threeDaysOn } from '#local/demo/commands';
import { cast } from '#local/demo/demo';
import { besidePhone, phonePicture } from '#local/demo/phone-picture';
import type { Emulator } from '#local/emulator';
import { wrapped } from '../../bin/report/table.ts';

const demoDay = '2026-11-11';

/** As in examples/workers.csv. */
const phones = { siti: '+6287000000100', yohana: '+6287000000104' } as const;

/** Whether the clock is still on the demo's last day: later, its screen is no longer true. */
export const isDemoDay = (): boolean =>
  localDate('Asia/Jakarta', new Date().toISOString()) === demoDay;

/** For newcomers, at most 100 columns wide: what happened today, to whom, and what to try. */
export async function demoScreen(emulator: Emulator, again: Again): Promise<string> {
  const path = `/api/runs?date=${demoDay}`;
  const { items } = await call<{ items: readonly RunView[] }>(emulator, path, { method: 'GET' });
  const texts = emulator.outbox(instantAt('Asia/Jakarta', demoDay, '00:00'));
  const textTo = (phone: string) => texts.find(({ to }) => to === phone);
  const siti = textTo(phones.siti);
  return [
    ...besidePhone(phonePicture(siti?.text ?? '', jakartaTime(siti?.at)), summary(items)),
    '',
    ...peopleToKnow(jakartaTime(textTo(phones.yohana)?.at)).flatMap(indented),
    '',
    '  Try, in a second terminal:',
    ...columns(commandsToTry(again)),
  ].join('\n');
}

const summary = (runs: readonly RunView[]): readonly string[] => [
  'November is due on Monday the 16th (the 15th is a Sunday).',
  'Five days before, at 09:00 of their own clock, workers who',
  'had not paid were reminded:',
  '',
  ...tableOf(runs),
];

const peopleToKnow = (yohanasTime: string): readonly string[] => [
  'Sri Hartati paid at 08:40 this morning, so she got no text.',
  'Yohana Wenda lives in Jayapura: her text left at ' +
    `${yohanasTime} Jakarta time, which is 09:00 there.`,
  'Marsudi asked for no texts, and some workers have no phone: they were skipped.',
  'One worker in ten, chosen at random, is held out and gets only the last call: ' +
    'that shows finance what the other reminders are worth.',
  'The carrier took one text in Makassar and never answered. That text is "unknown" and is not ' +
    'sent again; a delivery receipt, or a person, may still say what became of it.',
];

const indented = (text: string): readonly string[] =>
  wrapped(text, 98)
    .split('\n')
    .map((line) => `  ${line}`);

const commandsToTry = (again: Again) =>
  [
    [`npm run pay -- ${cast.siti}${again.data}`, 'Siti pays;'],
    [threeDaysOn(again), 'three days pass;'],
    [
      `npm run texts -- ${phones.siti.replace('+62', '0')}${again.data}`,
      'Siti was thanked, not reminded.',
    ],
    [`kill -9 ${process.pid}; ${startAgain(again)}`, 'nothing is lost or sent twice.'],
  ] as const;

function tableOf(runs: readonly RunView[]): readonly string[] {
  const rows = runs
    .filter(({ step }) => step === 'before')
    .map(({ zone, counts: { sent = 0, skipped = {}, ...others } }) => {
      const counts = [sent, ...Object.values(skipped), ...Object.values(others)];
      const due = counts.reduce((sum, count) => sum + count, 0);
      const rest = [...listed('skipped: ', skipped), ...listed('', others)].join(', ');
      return [zone.replace('Asia/', ''), String(due), String(sent), rest || '-'];
    });
  return [['zone', 'due', 'sent', 'not sent, or not known'], ...rows].map(
    ([zone = '', due = '', sent = '', rest = '']) =>
      `${zone.padEnd(8)}${due.padStart(5)}${sent.padStart(6)}   ${rest}`,
  );
}

function listed(title: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const kinds = Object.keys(counts).sort();
  const items = kinds.map((kind) => `${counts[kind]} ${kind}`);
  return items.length > 0 ? [`${title}${items.join(', ')}`] : [];
}

const jakartaTime = (instant: string | undefined): string =>
  instant === undefined ? '--:--' : localTime('Asia/Jakarta', instant);
