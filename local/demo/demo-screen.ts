import { instantAt, localDate, localTime } from '#domain/calendar/dates';
import type { RunView } from '#flows/sending/show-runs';
import { call, cast } from '#local/demo/demo';
import type { Emulator } from '#local/emulator';

const storyDay = '2026-11-11';

/** As in examples/workers.csv: a phone keeps its texts, whatever becomes of the worker. */
const phones = { siti: '+6287000000100', yohana: '+6287000000104' } as const;

/** Whether the clock still stands on the day the story ended on: later, what its screen says would no longer be true. */
export const isDemoDay = (): boolean =>
  localDate('Asia/Jakarta', new Date().toISOString()) === storyDay;

/** How this stage is named again on the command line: nothing where it is the usual one, else ` --data DIR` and ` --port N`. */
export type Again = Readonly<{ data: string; port: string }>;

/** One screen, at most 100 columns wide, for somebody who has just typed `npm start` for the first time: what happened today, to whom, and what to try. */
export async function demoScreen(emulator: Emulator, again: Again): Promise<string> {
  const { items: runs } = await call<{ items: readonly RunView[] }>(
    emulator,
    `/api/runs?date=${storyDay}`,
    { method: 'GET' },
  );
  const texts = emulator.outbox(instantAt('Asia/Jakarta', storyDay, '00:00'));
  const [text, yohanas] = [phones.siti, phones.yohana].map((phone) =>
    texts.find(({ to }) => to === phone),
  );
  const beside = [
    'Contributions for November are due on Monday the 16th (the',
    '15th is a Sunday). Five days before, at 09:00 of their own',
    'clock, workers who had not paid were reminded:',
    '',
    ...tableOf(runs),
  ];
  return [
    ...sideBySide(phone(text?.text ?? '', jakartaTime(text?.at)), beside),
    '',
    '  Sri Hartati paid at 08:40 this morning: no text.',
    `  Yohana Wenda lives in Jayapura: her text left at ${jakartaTime(yohanas?.at)} Jakarta time, which is 09:00 there.`,
    '  Marsudi had asked for no texts, and one worker has no phone: both are skipped. Held out are one in ten,',
    '  by lot: they get the last call alone, so that finance can see what the other reminders are worth.',
    '  The carrier took one text in Makassar and never answered. Nobody knows whether it arrived, so it is',
    '  "unknown", and not sent again; a person may look, and a delivery receipt may still settle it.',
    '',
    '  Try, in a second terminal:',
    ...columns([
      [`npm run pay -- ${cast.siti}${again.data}`, 'Siti pays …'],
      [threeDaysOn(again), '… three days pass, others are reminded'],
      [
        `npm run texts -- ${phones.siti.replace('+62', '0')}${again.data}`,
        '… and she is told that it came in: no reminder',
      ],
      [`kill -9 ${process.pid}; ${startAgain(again)}`, 'nothing is lost, no text leaves twice'],
    ]),
  ].join('\n');
}

export const threeDaysOn = ({ data }: Pick<Again, 'data'>): string => `npm run clock -- P3D${data}`;

export const startAgain = ({ data, port }: Again, more = ''): string =>
  more || data || port ? `npm start --${more}${data}${port}` : 'npm start';

/** Commands, and beside them what they do. */
export function columns(
  rows: readonly (readonly [command: string, does: string])[],
): readonly string[] {
  const width = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, does]) => `    ${command.padEnd(width)}  ${does}`);
}

function tableOf(runs: readonly RunView[]): readonly string[] {
  const rows = runs
    .filter(({ step }) => step === 'before')
    .map(({ zone, counts: { sent = 0, skipped = {}, ...others } }) => {
      const due = [sent, ...Object.values(skipped), ...Object.values(others)].reduce(
        (sum, count) => sum + count,
        0,
      );
      const rest = [...listed('skipped: ', skipped), ...listed('', others)].join(', ');
      return [zone.replace('Asia/', ''), String(due), String(sent), rest || '-'];
    });
  return [['zone', 'due', 'sent', 'not sent, or not known'], ...rows].map(
    ([zone = '', due = '', sent = '', rest = '']) =>
      `  ${zone.padEnd(10)}${due.padStart(5)}${sent.padStart(6)}   ${rest}`,
  );
}

function listed(title: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const items = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return items.length > 0 ? [`${title}${items.join(', ')}`] : [];
}

const frameWidth = 28;

function phone(text: string, time: string): readonly string[] {
  const line = (content: string): string => `│ ${content.padEnd(frameWidth)} │`;
  const bar = '─'.repeat(frameWidth + 2);
  return [
    `╭${bar}╮`,
    line(`INGAT${time.padStart(frameWidth - 5)}`),
    `├${bar}┤`,
    ...wrapped(text).map(line),
    line(''),
    line('+62 870…0100'),
    `╰${bar}╯`,
  ];
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= frameWidth) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function sideBySide(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `  ${(left[at] ?? '').padEnd(frameWidth + 4)}   ${right[at] ?? ''}`.trimEnd(),
  );
}

const jakartaTime = (instant: string | undefined): string =>
  instant === undefined ? '--:--' : localTime('Asia/Jakarta', instant);
