import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { localTime } from '#domain/calendar/dates';
import { Refused } from '#domain/refused';
import { demoBegins, nikSecret, playDemo } from '#local/demo/demo';
import {
  type Again,
  columns,
  demoScreen,
  isDemoDay,
  startAgain,
  threeDaysOn,
} from '#local/demo/demo-screen';
import { type Emulator, startEmulator } from '#local/emulator';
import { buildConsole, consoleIsBuilt } from '#local/http/console-build';
import { parseInstant } from '#local/http/local-api';

const usage = `npm start -- [--port 8787] [--data .ingat] [--fresh] [--empty] [--now 2026-11-08T08:00+07:00] [--every-round]
  --fresh   forget what an earlier stage kept
  --empty   no examples, real time
  --now     with --empty: where the clock starts
  --every-round   leave no round of the watchdog out when the clock is moved, even where it comes to nothing`;

type Options = Readonly<{
  port: number;
  data: string;
  fresh: boolean;
  empty: boolean;
  now: number | undefined;
  everyRound: boolean;
}>;

async function main(): Promise<void> {
  const { port, data, fresh, empty, now, everyRound } = readOptions();
  const start = empty ? now : demoBegins;
  const emulator = await startEmulator({
    dataDir: data,
    port,
    fresh,
    everyRound,
    ...(start === undefined ? {} : { now: start }),
    ...(empty ? {} : { nikSecret }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.stop().then(() => process.exit(0)));
  await consoleBuilt();
  if (!empty && (emulator.first || emulator.kept.read('story') === 'begun')) await tell(emulator);
  if (now !== undefined && !emulator.first)
    console.log(
      '--now was not heeded: the clock of this data folder goes on. --fresh begins again.',
    );
  emulator.ready();
  const again = againOf({ data, port });
  const inStory = emulator.kept.read('story') === 'played' && isDemoDay();
  const said = inStory ? await demoScreen(emulator, again) : whereToLook(emulator, again);
  console.log(
    ['', standing(emulator), '', said, '', keeping(emulator, { data, again }), ''].join('\n'),
  );
}

/** A console that cannot be built keeps nobody from the API. */
async function consoleBuilt(): Promise<void> {
  if (consoleIsBuilt()) return;
  process.stdout.write('Building the console …');
  const seconds = await buildConsole().catch((error: Error) => error);
  console.log(
    typeof seconds === 'number' ? ` ${seconds.toFixed(1)} s` : ` failed: ${seconds.message}`,
  );
}

/** Once for a data folder. A story that was broken off is played again: each of its acts can be repeated. */
async function tell(emulator: Emulator): Promise<void> {
  emulator.kept.write('story', 'begun');
  console.log('Playing October and November 2026 up to the 11th with 214 made-up workers …');
  const bar = new SingleBar({
    format: '{bar} {percentage} %',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0);
  await playDemo(emulator, join(import.meta.dirname, '../examples'), (share) =>
    bar.update(Math.round(100 * share)),
  ).finally(() => bar.stop());
  emulator.kept.write('story', 'played');
}

function readOptions(): Options {
  const values = parseOptions();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refused(
      'invalid',
      `"${values.port}" is not a port: 1 to 65535, or 0 for any that is free.`,
    );
  if (values.now !== undefined && !values.empty)
    throw new Refused('invalid', '--now goes with --empty: the story has its own time.');
  return {
    ...values,
    port,
    data: resolve(values.data),
    everyRound: values['every-round'],
    now: values.now === undefined ? undefined : parseInstant(values.now),
  };
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.ingat' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        now: { type: 'string' },
        'every-round': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Refused('invalid', `${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function againOf({ data, port }: Pick<Options, 'data' | 'port'>): Again {
  const folder = shown(data);
  return {
    data: folder === '.ingat' ? '' : ` --data ${folder}`,
    port: port === 8787 ? '' : ` --port ${port}`,
  };
}

const shown = (folder: string): string =>
  relative('', folder).startsWith('..') ? folder : relative('', folder);

function standing({ url }: Emulator): string {
  const now = new Date().toISOString();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Asia/Jakarta' })
    .format(Date.now())
    .replace(',', '');
  return [
    `  Ingat runs at ${url}. Its clock says ${day}, ${localTime('Asia/Jakarta', now)} in Jakarta.`,
    '  Open it in a browser, and sign in as one of three made-up people: admin, finance, call centre.',
  ].join('\n');
}

/** For every start but the first: where to look, whatever day it is by the clock. */
function whereToLook(emulator: Emulator, { data }: Again): string {
  const texts = emulator.outbox().length;
  return [
    texts === 0
      ? '  No text has left yet.'
      : `  ${texts} texts have left so far. Nothing from before is lost, and none of them leaves again.`,
    '',
    '  In a second terminal:',
    ...columns([
      [`npm run import -- examples/workers.csv${data}`, 'take a roster in'],
      [`npm run pay -- NIK${data}`, 'pay what a worker owes'],
      [threeDaysOn({ data }), 'three days pass'],
      [`npm run texts -- PHONE${data}`, 'the texts that a phone has got'],
    ]),
  ].join('\n');
}

const keeping = (
  { webhookSecret }: Emulator,
  { data, again }: { data: string; again: Again },
): string =>
  [
    `  Data is kept in ${shown(data)}; the webhook secret is ${webhookSecret}.`,
    `  Ctrl-C ends Ingat, the next start goes on where it was; ${startAgain(again, ' --fresh')} begins anew.`,
  ].join('\n');

await main().catch((error: unknown) => {
  // What the caller can put right is one sentence; anything else is a bug and shows where.
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
});
