import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, header, people, rowOf } from '#local/made-up';
import { runOnFile } from '../../stage/command.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';

/** `npm run import -- FILE` against a stage on which somebody is already known. */
const known = aPerson(1, { name: 'Siti Aminah' });
const folder = mkdtempSync(join(tmpdir(), 'ingat-import-'));

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf([known]))).toMatchObject({ created: 1 });
});
afterAll(async () => {
  expect(await stage.worker(known.nik)).toMatchObject({
    name: 'Siti Aminah',
    coveredThrough: '2026-10',
  });
  await stage.stop();
  rmSync(folder, { recursive: true });
});

type Imported = Readonly<{ code: number; said: string; aside: string | null }>;

/**
 * Its exit code, all it said but for the progress bar, and the list of what was refused beside the
 * roster.
 */
async function importFile(
  name: string,
  content: string | Buffer,
  ...options: readonly string[]
): Promise<Imported> {
  const file = join(folder, name);
  writeFileSync(file, content);
  return importPath(file, ...options);
}

const importPath = (file: string, ...options: readonly string[]): Promise<Imported> =>
  runOnFile('import.ts', file, ['--data', stage.folder, ...options]);

const megabytes = (count: number, line: string): Buffer => Buffer.alloc(count * 1_000_000, line);

it.each([
  ['an empty file', '', 'roster.csv is empty: it needs a header row, and a row under it'],
  [
    'a wrong header',
    csvOf([aPerson(2)]).replace('phone', 'fax'),
    /^The header row lacks "phone": the header row has to be /,
  ],
  [
    'Latin-1 bytes',
    Buffer.from(csvOf([aPerson(2, { name: 'José' })]), 'latin1'),
    /^The file is not UTF-8 text: in Excel choose "CSV UTF-8/,
  ],
  [
    '50 MB of garbage in one line',
    megabytes(50, 'garbage;,'),
    'The file has no header row: its first line has over 10000 characters',
  ],
  [
    '50 MB of bytes',
    Buffer.alloc(50_000_000, Buffer.from('ff00800a', 'hex')),
    /^The file (is not UTF-8 text|has no header row)/,
  ],
  [
    '50 MB of garbage in lines',
    megabytes(50, 'garbage;,\n'),
    /^The header row lacks "nik", .*: the header row has to be /,
  ],
])('%s: one sentence, exit code 1, and nothing is taken in', async (_, content, sentence) => {
  const { code, said, aside } = await importFile('roster.csv', content);
  expect(said.split('\n').at(-1)).toMatch(sentence);
  expect(said).not.toMatch(/ {4}at /);
  expect(code).toBe(1);
  expect(aside).toBeNull();
});

it('a file that is not there, or none at all, is said in one sentence', async () => {
  expect(await importPath(join(folder, 'none.csv'))).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^.*none\.csv.*$/),
  });
  expect(await importPath('')).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^npm run import -- FILE/),
  });
});

it('lines that are wrong stand in a CSV beside the file, with their reason, and the others are taken in, in a dry run not yet', async () => {
  const csv = [
    header,
    rowOf(aPerson(3)),
    rowOf(aPerson(4, { province: 'Jawa' })),
    rowOf(aPerson(5, { nik: '997201010100000' })),
    '',
  ].join('\n');
  const aside = [
    '\uFEFFline;kind;field;value;code;reason;values',
    '3;rejected;province;Jawa;province-unknown;is not one of the 38 provinces, such as Jawa Tengah;{}',
    '4;rejected;nik;997201010100000;nik-length;has 15 digits: a NIK has 16;"{""digits"":15}"',
    '',
  ].join('\r\n');
  const counts = /1 new, 0 updated, 0 unchanged.* 2 rejected/s;
  expect(await importFile('mixed.csv', csv, '--dry-run')).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  expect(await importFile('mixed.csv', csv)).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  const again = await importFile('mixed.csv', csv);
  expect(again.said).toMatch(/0 new, 0 updated, 1 unchanged.* 2 rejected/s);
});

it('1,100 rows go in as they stand, in two pieces, and the same file again changes nothing', async () => {
  const csv = csvOf(people(1_100, {}, 100)).replace(
    /\n$/,
    `\n${rowOf(aPerson(9_000, { province: 'Jawa' }))}\n`,
  );
  expect(await importFile('large.csv', csv)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1100 new, 0 updated, 0 unchanged.* 1 rejected/s),
  });
  const again = await importFile('large.csv', csv);
  expect(again.said).toMatch(/0 new, 0 updated, 1100 unchanged.* 1 rejected/s);
  // Where the line stands in the file, not in its piece.
  expect(again.aside).toContain('\n1102;rejected;province;Jawa;');
});

it('a stray quotation mark costs its own row, and none of the 1,099 that follow it', async () => {
  const [first = '', ...others] = people(1_100, {}, 20_000).map(rowOf);
  const { code, said, aside } = await importFile(
    'quote.csv',
    [header, `"${first}`, ...others].join('\n'),
  );
  expect(code).toBe(0);
  expect(said).toMatch(/1099 new, 0 updated, 0 unchanged.* 1 rejected/s);
  expect(aside?.split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/^2;rejected;line;.*has a quotation mark that is not closed/),
    '',
  ]);
});

it('1 MB of garbage under a good header is set aside line by line', async () => {
  const lines = 10_000;
  const { code, said, aside } = await importFile(
    'garbage.csv',
    `${header}\n${`${'garbage;'.repeat(12)}!!!\n`.repeat(lines)}`,
  );
  expect(code).toBe(0);
  expect(said).toMatch(/0 new, 0 updated, 0 unchanged.* 10000 rejected/s);
  expect(aside?.split('\r\n')).toHaveLength(lines + 2);
});

it('a line of 2 MB is one refused line, and those after it keep their numbers', async () => {
  const csv = [
    header,
    rowOf(aPerson(40_000)),
    `${rowOf(aPerson(40_001))},${'x'.repeat(2_000_000)}`,
    rowOf(aPerson(40_002, { province: 'Jawa' })),
    '',
  ].join('\n');
  const { code, said, aside } = await importFile('long.csv', csv);
  expect([code, said]).toEqual([0, expect.stringMatching(/1 new, 0 updated.* 2 rejected/s)]);
  expect(aside?.split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/^3;rejected;line;.*;line-too-long;has more than 10000 characters/),
    expect.stringMatching(/^4;rejected;province;Jawa;/),
    '',
  ]);
});

it('1,100 rows under sep=; go in, and its own column is named once, as a warning', async () => {
  const rows = people(1_100, {}, 50_000).map(
    (person, index) => `${index + 1};${semicolons(person)}`,
  );
  const csv = ['sep=;', `no;${header.replaceAll(',', ';')};`, ...rows, ''].join('\r\n');
  const { code, said, aside } = await importFile('office.csv', csv);
  expect([code, said]).toEqual([0, expect.stringMatching(/1100 new, .*Warnings: 1 /s)]);
  expect(aside?.split('\r\n').slice(1)).toEqual([
    '2;warning;no;no;unknown-column;is not a column that is known here: it is ignored;{}',
    '',
  ]);
});

const semicolons = (person: Parameters<typeof rowOf>[0]) => rowOf(person).replaceAll(',', ';');

it('NIKs that Excel has rounded in the last 600 of 2,600 rows: nothing of the file goes in', async () => {
  const good = people(2_000, {}, 60_000);
  const rounded = people(600, {}, 62_000).map((each) => ({
    ...each,
    nik: each.nik.replace(/1$/, '0'),
  }));
  const { code, said } = await importFile('rounded.csv', csvOf([...good, ...rounded]));
  expect([code, said]).toEqual([1, expect.stringMatching(/^600 of the 600 NIKs end in 0/)]);
  await expect(stage.worker(good[0]?.nik ?? '')).rejects.toThrow('There is no worker');
});
