import { join } from 'node:path';
import { localTime } from '#domain/calendar/dates';
import { Refused } from '#domain/refused';
import { type Again, columns, startAgain, threeDaysOn } from '#local/demo/commands';
import { beginDemoPast, demoBegins, layDemoPast, nikSecret, playDemo } from '#local/demo/demo';
import { demoScreen, isDemoDay } from '#local/demo/demo-screen';
import type { Past } from '#local/demo/past/lay-past';
import type { Emulator } from '#local/emulator';
import { holdsState } from '#local/folder/data-folder';
import { buildConsoleApart, consoleIsBuilt } from '#local/http/console-build';
import { clockWarnings } from './clock-warnings.ts';
import { withBar } from './progress.ts';
import { againOf, type StartOptions, shown, startOptions } from './start-options.ts';

async function main(): Promise<void> {
  const options = startOptions();
  await consoleBuilt();
  // At a first start it is made while all else begins.
  const past = options.empty || !isFirst(options) ? null : pastOf(options);
  const emulator = await begin(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void emulator.stop().then(() => process.exit(0)));
  if (!options.empty && (emulator.first || emulator.kept.read('demo') !== 'played'))
    await play(emulator, () => past ?? pastOf(options));
  if (options.now !== undefined && !emulator.first)
    console.log('--now has no effect: this data folder has its own clock. --fresh starts over.');
  for (const line of clockWarnings(emulator.setBack)) console.log(line);
  emulator.ready();
  console.log(await screen(emulator, options));
}

const isFirst = ({ data, fresh }: StartOptions): boolean => fresh || !holdsState(data);

async function begin(options: StartOptions): Promise<Emulator> {
  const { port, data, fresh, empty, now, approval, everyRound } = options;
  const clock = empty ? now : demoBegins;
  const { startEmulator } = await import('#local/emulator');
  return startEmulator({
    dataDir: data,
    port,
    fresh,
    settings: { approval },
    everyRound,
    ...(clock === undefined ? {} : { now: clock }),
    ...(empty ? {} : { nikSecret }),
  });
}

/**
 * The API works even where the console cannot be built. The bundler takes 390 MB: it is gone before
 * the emulator is loaded.
 */
async function consoleBuilt(): Promise<void> {
  if (consoleIsBuilt()) return;
  console.log('Building the console …');
  await buildConsoleApart().catch(({ message }: Error) =>
    console.log(`The console was not built: ${message}`),
  );
}

/** Once for a data folder; a demo that was broken off is played again. */
async function play(emulator: Emulator, past: () => Past): Promise<void> {
  const { read, write } = emulator.kept;
  write('demo', read('demo') ?? 'begun');
  if (read('demo') === 'begun') {
    await told('Making seven months of 2,000 made-up workers', (heard) =>
      layDemoPast(emulator, past(), heard),
    );
    write('demo', 'laid');
  }
  await told('Playing the morning of 11 November 2026', (heard) =>
    playDemo(emulator, examples, heard),
  );
  write('demo', 'played');
}

const examples = join(import.meta.dirname, '../examples');

/** With the 214 of the examples they are 2,000. */
const pastOf = ({ seed }: StartOptions): Past => beginDemoPast({ examples, seed, workers: 1_786 });

/** Without a terminal a line every quarter, so that a log shows that it goes on. */
function told<T>(what: string, act: (heard: (share: number) => void) => Promise<T>): Promise<T> {
  console.log(`${what} …`);
  if (process.stderr.isTTY) return withBar(act);
  let quarters = 0;
  return act((share) => {
    if (Math.floor(share * 4) <= quarters) return;
    quarters = Math.floor(share * 4);
    console.log(`  ${quarters * 25} %`);
  });
}

async function screen(emulator: Emulator, options: StartOptions): Promise<string> {
  const again = againOf(options);
  const isDemo = emulator.kept.read('demo') === 'played' && isDemoDay();
  return [
    '',
    ...whereItRuns(emulator),
    '',
    isDemo ? await demoScreen(emulator, again) : whereToLook(emulator, again),
    '',
    `  Payment channels sign with ${emulator.webhookSecret} (docs/api/payments.md).`,
    `  Data is kept in ${shown(options.data)}, for you alone.`,
    '  Ctrl-C stops Ingat; the next start continues from there. To delete the data and start over:',
    `    ${startAgain(again, ' --fresh')}`,
    '',
  ].join('\n');
}

function whereItRuns({ url }: Emulator): readonly string[] {
  const now = new Date().toISOString();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Asia/Jakarta' })
    .format(Date.now())
    .replace(',', '');
  return [
    `  Ingat runs at ${url}. Its clock says ${day}, ${localTime('Asia/Jakarta', now)} in Jakarta.`,
    '  Open it in a browser and sign in as one of four made-up people: two admins, finance, ' +
      'call centre.',
  ];
}

/** For every start but the demo's: where to look, whatever day it is by the clock. */
function whereToLook(emulator: Emulator, { data }: Again): string {
  const texts = emulator.outbox().length;
  return [
    texts === 0
      ? '  No text has been sent yet.'
      : `  ${texts} texts have been sent so far; none of them will be sent again.`,
    '',
    '  In a second terminal:',
    ...columns([
      [`npm run import -- examples/workers.csv${data}`, 'import a roster'],
      [`npm run pay -- NIK${data}`, 'pay what a worker owes'],
      [threeDaysOn({ data }), 'let three days pass'],
      [`npm run texts -- PHONE${data}`, 'show the texts that a phone got'],
    ]),
  ].join('\n');
}

await main().catch((error: unknown) => {
  // A refusal is one sentence for the user; any other error is a bug and shows where.
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
});
