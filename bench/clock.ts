import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '#local/demo/call';
import { beginDemoPast, demoBegins, layDemoPast, nikSecret, playDemo } from '#local/demo/demo';
import { type Emulator, startEmulator } from '#local/emulator';
import { csvOf, people } from '#local/made-up';

/**
 * The cost of time passing on the emulator's clock, in CPU time of the emulator and its database,
 * with idle rounds made and left out: `npx node bench/clock.ts`. One alone: `npx node
 * bench/clock.ts month left-out`.
 */
const day = 86_400_000;
const jump = (days: number) => (stage: Emulator) => stage.moveTo(Date.now() + days * day);
const examples = join(import.meta.dirname, '../examples');
const quietly = (): void => undefined;
const nothing = async (): Promise<void> => undefined;

type Piece = Readonly<{
  begins: number;
  before: (stage: Emulator) => Promise<unknown>;
  measured: (stage: Emulator) => Promise<unknown>;
  per?: number;
}>;

const firstOfNovember = Date.parse('2026-11-01T08:00+07:00');
/** From the 3rd to the 10th of November no step of the first plan is due. */
const pieces: Readonly<Record<string, Piece>> = {
  'empty day': { begins: firstOfNovember, before: jump(2), measured: jump(7), per: 7 },
  month: {
    begins: firstOfNovember,
    before: async (stage) => {
      await call(stage, '/api/workers/import', { body: csvOf(people(1_000)), type: 'text/csv' });
      await stage.settled();
    },
    measured: jump(30),
  },
  story: {
    begins: demoBegins,
    before: nothing,
    measured: async (stage) => {
      const past = beginDemoPast({ examples, seed: 1, workers: 1_786 });
      await layDemoPast(stage, past, quietly);
      await playDemo(stage, examples, quietly);
    },
  },
};

async function measure(piece: string, everyRound: boolean): Promise<number> {
  const { begins, before, measured, per = 1 } = pieces[piece] ?? fail(piece);
  const dataDir = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
  const stage = await startEmulator({ dataDir, port: 0, now: begins, nikSecret, everyRound });
  await before(stage);
  const began = cpuMilliseconds(dataDir);
  await measured(stage);
  const used = (cpuMilliseconds(dataDir) - began) / per;
  await stage.stop();
  rmSync(dataDir, { recursive: true });
  return used;
}

function fail(piece: string): never {
  throw new Error(`"${piece}" is none of ${Object.keys(pieces).join(', ')}`);
}

function cpuMilliseconds(dataDir: string): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 + databaseMilliseconds(dataDir);
}

/** From /proc: the database is another process. It counts in hundredths of a second. */
const databaseMilliseconds = (dataDir: string): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes(dataDir))
    .flatMap((pid) => read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ').slice(11, 13) ?? [])
    .reduce((sum, hundredths) => sum + 10 * Number(hundredths), 0);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Handlers keep their clients for as long as a process lives: each stage has one of its own. */
function inProcess(piece: string, way: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, piece, way]);
  if (!Number(stdout)) throw new Error(String(stderr));
  return Number(stdout);
}

const [piece, way] = process.argv.slice(2);
if (piece) {
  console.log((await measure(piece, way === 'made')).toFixed(0));
  process.exit();
}
for (const name of Object.keys(pieces)) {
  const [made, leftOut] = [inProcess(name, 'made'), inProcess(name, 'left-out')];
  console.log(
    `${name}: ${made} ms of CPU, ${leftOut} without idle rounds ` +
      `(${(made / leftOut).toFixed(1)} times less)`,
  );
}
