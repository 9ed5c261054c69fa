import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions } from '#local/emulator';
import { newFolder, startStubStage } from './stub-stage.ts';

/** A folder that a stage was stopped on; each test harms a copy. */
let whole: string;
let webhookSecret: string;
beforeAll(async () => {
  whole = newFolder();
  const stage = await startStubStage({}, { dataDir: whole });
  webhookSecret = stage.webhookSecret;
  await stage.stop();
});

function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const start = (dataDir: string, options: Partial<EmulatorOptions> = {}): Promise<Emulator> =>
  startStubStage({}, { dataDir, ...options });

/** The sentence with which a start is refused. */
const refusal = (dataDir: string, options: Partial<EmulatorOptions> = {}): Promise<string> =>
  start(dataDir, options).then(
    async (stage) => {
      await stage.stop();
      throw new Error('It started.');
    },
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  );

async function expectFresh(dataDir: string): Promise<void> {
  const stage = await start(dataDir, { fresh: true });
  expect(stage.first).toBe(true);
  expect(stage.webhookSecret).not.toBe(webhookSecret);
  await stage.stop();
  await (await start(dataDir)).stop();
}

const harms = {
  missing: (file: string) => rmSync(file),
  empty: (file: string) => truncateSync(file),
  'cut off': (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'cut off in its first page': (file: string) => truncateSync(file, 50),
  'overwritten in its middle': (file: string) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xaa, 4_096, bytes.length - 4_096));
  },
  'another program’s': (file: string) => {
    rmSync(file);
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE songs (title TEXT)');
    database.close();
  },
} as const satisfies Record<string, (file: string) => void>;

const files = ['state.sqlite', 'table.sqlite', 'ingat.sqlite'] as const;

describe.each(['state.sqlite', 'table.sqlite'] as const)('%s', (name) => {
  it.each(Object.keys(harms) as (keyof typeof harms)[])(
    'that is %s is said in one sentence, and --fresh starts over',
    async (harm) => {
      const folder = copyOf(whole);
      harms[harm](join(folder, name));
      const file = join(folder, name);
      const said = await refusal(folder);
      expect(said).toMatch(
        new RegExp(`^Refused: ${file} is (missing|damaged), .*--fresh deletes it[^\n]*$`),
      );
      expect(await refusal(folder)).toBe(said);
      await expectFresh(folder);
    },
  );
});

it.each(Object.keys(harms) as (keyof typeof harms)[])(
  'a folder all of whose files are %s is not started on silently',
  async (harm) => {
    const folder = copyOf(whole);
    for (const name of files) if (existsSync(join(folder, name))) harms[harm](join(folder, name));
    expect(await refusal(folder)).toMatch(/^Refused: [^\n]*$/);
    if (harm !== 'another program’s') await expectFresh(folder);
  },
);

describe('a folder of another version', () => {
  it.each([
    ['an earlier', (mark: string) => rmSync(mark)],
    ['a later', (mark: string) => setVersion(mark, 99)],
  ])('%s', async (which, change) => {
    const folder = copyOf(whole);
    change(join(folder, 'ingat.sqlite'));
    expect(await refusal(folder)).toBe(
      `Refused: ${folder} holds data of ${which} version of Ingat, which this one cannot read: --fresh deletes it and starts over, --data names another folder.`,
    );
    await expectFresh(folder);
  });

  it('an earlier one is known even by a state file without anything beside it', async () => {
    const folder = copyOf(whole);
    for (const name of readdirSync(folder))
      if (name !== 'state.sqlite') rmSync(join(folder, name), { recursive: true });
    expect(await refusal(folder)).toContain('an earlier version');
    await expectFresh(folder);
  });

  it('an earlier one that is running keeps its files', async () => {
    const folder = newFolder();
    const stage = await start(folder);
    rmSync(join(folder, 'ingat.sqlite'));
    expect(await refusal(folder, { fresh: true })).toMatch(/^Refused: Ingat is already running/);
    expect(existsSync(join(folder, 'table.sqlite'))).toBe(true);
    await stage.stop();
  });
});

it('a first start that broke off is made again', async () => {
  const folder = copyOf(whole);
  setVersion(join(folder, 'ingat.sqlite'), 0);
  rmSync(join(folder, 'table.sqlite'));
  const stage = await start(folder);
  expect(stage.first).toBe(true);
  await stage.stop();
});

function setVersion(mark: string, version: number): void {
  const database = new DatabaseSync(mark);
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

describe('what is not ours', () => {
  it.each(['state.sqlite', 'ingat.sqlite', 'thesis.txt'])(
    'a folder with somebody else’s %s stays as it is, with --fresh too',
    async (name) => {
      const folder = newFolder();
      chmodSync(folder, 0o755);
      writeFileSync(join(folder, name), '');
      harms['another program’s'](join(folder, name));
      const before = readFileSync(join(folder, name));
      for (const fresh of [false, true])
        expect(await refusal(folder, { fresh })).toMatch(
          /neither empty nor a data folder of Ingat/,
        );
      expect(readFileSync(join(folder, name))).toEqual(before);
      expect(readdirSync(folder)).toEqual([name]);
      expect(statSync(folder).mode & 0o777).toBe(0o755);
    },
  );

  it('--fresh leaves alone what lies in a data folder beside our files', async () => {
    const folder = copyOf(whole);
    writeFileSync(join(folder, 'roster.csv'), 'mine');
    await expectFresh(folder);
    expect(readFileSync(join(folder, 'roster.csv'), 'utf8')).toBe('mine');
  });

  it('a file where the folder should be', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusal(file)).toBe(
      `Refused: ${file} is a file, not a folder; name another with --data.`,
    );
  });
});

it('is for its owner alone, and so is every file in it, also one from before', async () => {
  const folder = copyOf(whole);
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  for (const dataDir of [folder, join(newFolder(), 'deep', 'new')]) {
    const stage = await start(dataDir);
    const seen = ['', ...readdirSync(dataDir)].map((name) => [
      name,
      statSync(join(dataDir, name)).mode & 0o077,
    ]);
    expect(seen).toEqual(seen.map(([name]) => [name, 0]));
    expect(seen.length).toBeGreaterThan(5);
    await stage.stop();
  }
});
