import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { Refused } from '#domain/refused';
import { parseInstant } from '#local/local-api';
import { type Stage, startStage } from '#local/stage';
import { playStory, storyBegins } from '#local/story';
import { storyScreen } from '#local/story-screen';

const usage = `npm start -- [--port 8787] [--data .ingat] [--fresh] [--empty] [--now 2026-11-08T08:00+07:00]
  --fresh   forget what an earlier stage kept
  --empty   no examples, real time
  --now     with --empty: where the clock starts`;

type Options = Readonly<{ port: number; data: string; fresh: boolean; empty: boolean; now: number | undefined }>;

async function main(): Promise<void> {
  const { port, data, fresh, empty, now } = readOptions();
  const start = empty ? now : storyBegins;
  const stage = await startStage({ dataDir: data, port, fresh, ...(start === undefined ? {} : { now: start }) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stage.stop().then(() => process.exit(0)));
  if (!empty && (stage.first || stage.kept.read('story') === 'begun')) await tell(stage);
  if (now !== undefined && !stage.first) console.log('--now was not heeded: the clock of this data folder goes on. --fresh begins again.');
  stage.ready();
  console.log(stage.kept.read('story') === 'played' ? await storyScreen(stage) : whereToLook(stage, data));
}

/** Once for a data folder. A story that was broken off is played again: each of its acts can be repeated. */
async function tell(stage: Stage): Promise<void> {
  stage.kept.write('story', 'begun');
  console.log('Playing October and November 2026 up to the 11th with 214 made-up workers …');
  const bar = new SingleBar({ format: '{bar} {percentage} %', clearOnComplete: true, hideCursor: true });
  bar.start(100, 0);
  await playStory(stage, join(import.meta.dirname, '../examples'), (share) => bar.update(Math.round(100 * share))).finally(() =>
    bar.stop(),
  );
  stage.kept.write('story', 'played');
}

function readOptions(): Options {
  const values = parseOptions();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refused('invalid', `"${values.port}" is not a port: 1 to 65535, or 0 for any that is free.`);
  if (values.now !== undefined && !values.empty) throw new Refused('invalid', '--now goes with --empty: the story has its own time.');
  return { ...values, port, data: resolve(values.data), now: values.now === undefined ? undefined : parseInstant(values.now) };
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
      },
    }).values;
  } catch (error) {
    throw new Refused('invalid', `${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const whereToLook = ({ url, webhookSecret }: Stage, data: string): string => `
Ingat runs at ${url} by a clock that stands at ${new Date().toISOString()}.
  data            ${data}   (handlers write their log to handlers.jsonl there)
  webhook secret  ${webhookSecret}
  texts           curl ${url}/_local/outbox
  schedules       curl ${url}/_local/schedules
  three days on   curl ${url}/_local/clock -d '{"by": "P3D"}'
Ctrl-C ends it; the next npm start goes on where it was.`;

await main().catch((error: unknown) => {
  // What the caller can put right is one sentence; anything else is a bug and shows where.
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
});
