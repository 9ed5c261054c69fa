import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePayments } from '#domain/payments/files/payment-file';
import { aPerson, csvOf, people } from '#local/made-up';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingat-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  command: string,
  ...options: readonly string[]
): Promise<Readonly<{ code: number; said: string }>> {
  const { child, said } = spawned(command, options);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

/** Twelve workers came on 30 October and owe November; three have paid it. */
describe('npm run report', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await startTestStage({ now: '2026-10-30T12:00+07:00' });
    await stage.importCsv(csvOf(people(12)));
    await stage.clockTo('2026-11-03T12:00+07:00');
    for (const number of [1, 2, 3])
      await stage.pay({ reference: `P-${number}`, nik: aPerson(number).nik, amount: 8_400 });
    // By its answer all are counted.
    await stage.clockBy('PT1M');
  });
  afterAll(() => stage?.stop());
  const report = (...options: readonly string[]) =>
    run('report.ts', ...options, '--data', stage.folder);

  it('shows the months asked for, members and what is unpaid', async () => {
    const { code, said } = await report('--from', '2026-11', '--to', '2026-12');
    expect(code).toBe(0);
    expect(said).toMatch(/^2026-11 \* +12 +3 +0 +0 +0 +9 +0 +0 +25,0 % +25,0 % +0,0 %$/m);
    expect(said).toMatch(/^not due yet +9 +Rp75\.600$/m);
  });

  it('lists the rows behind a month, which add up to it', async () => {
    const { code, said } = await report('--explain', '2026-11');
    expect(code).toBe(0);
    expect(said.match(/^wrk_/gm)).toHaveLength(12);
    expect(said).toMatch(/^due +12 +12$/m);
    expect(said).toContain('The lines add up to exactly what the report says.');
  });

  it.each([
    [['--from', '2026-13'], 1, 'from: "2026-13" is not a month such as 2026-11\n'],
    [
      ['--from', '2026-11', '--by', 'name'],
      1,
      'by: "name" is not one of province, sector, language, tenure\n',
    ],
    [['--explain', 'november'], 1, 'from: "november" is not a month such as 2026-11\n'],
    [['--form', '2026-11'], 2, "Unknown option '--form'. --help shows"],
    [[], 2, 'npm run report'],
  ])('%j is answered in a sentence', async (options, code, sentence) => {
    const answered = await report(...options);
    expect(answered).toEqual({ code, said: expect.stringContaining(sentence) });
    if (code === 1) expect(answered.said).toBe(sentence);
  });
});

describe('npm run simulate', () => {
  it('writes payments that could be imported, and a page that needs nothing else', async () => {
    const { code, said } = await run(
      'simulate.ts',
      '--workers',
      '80',
      '--months',
      '3',
      '--out',
      folder,
    );
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/Put in: \+4,0 points\. Found: [+-]?\d+,\d points/),
    });
    const { rows, rejected } = parsePayments(readFileSync(join(folder, 'payments.csv'), 'utf8'));
    expect(rejected).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).not.toMatch(/https?:|<script|<link|src=|url\(|NaN|undefined|Infinity/);
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).toContain('62,0 % pay by themselves');
  });

  it.each([
    [['--workers', '0'], '--workers 0 is not a whole number from 1 to 50000.\n'],
    [['--effect', '40'], '--effect 40 is not a number from 0 to 15.\n'],
    [['--months', 'a'], '--months a is not a whole number from 1 to 14.\n'],
  ])('%j is answered in a sentence', async (options, sentence) => {
    expect(await run('simulate.ts', ...options, '--out', folder)).toEqual({
      code: 1,
      said: sentence,
    });
  });
});
