import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate, monthOf } from '#domain/calendar/dates';
import { attempt, dataOption, readOptions } from './command.ts';
import { count } from './numbers.ts';
import { check, type Verdict } from './verify/check.ts';
import { exportIn } from './verify/exported.ts';
import { sourceHere, sourceInAws } from './verify/sources.ts';

const usage = `npm run verify -- [--month 2026-11] [--export DIR] [--log DIR] [--data DIR]
npm run verify -- --stage production [--month 2026-11] [--export s3://BUCKET/KEY] [--log DIR]

  Holds each promise in bin/verify/promises against an export of the table and the carrier's log: in
  SQL that an auditor can read, and can run elsewhere (docs/verify.md). Exits with 1 where one is
  broken.

  --month   whose steps and texts; without it, the month of the export. All else holds for all rows
  --export  an export that is there already; without it, the table is exported now
  --log     files of SNS's delivery log, a record a line; without it, the log of the stage
  --stage   a stage in AWS, reached with the credentials of the environment
  --data    the data folder on this machine (.ingat)

  Example: npm run verify -- --month 2026-11`;

const text = { type: 'string' } as const;
const asked = readOptions(
  { month: text, export: text, log: text, stage: text, ...dataOption },
  usage,
);

async function main(): Promise<void> {
  if (asked.month && !/^\d{4}-(0[1-9]|1[0-2])$/.test(asked.month))
    throw new Error(`Not a month: ${asked.month}; expected one such as 2026-11`);
  const folder = mkdtempSync(join(tmpdir(), 'ingat-export-'));
  try {
    await verify(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verify(folder: string): Promise<void> {
  const source = asked.stage ? sourceInAws(asked.stage) : sourceHere(asked.data);
  const exported = await exportIn(
    asked.export?.startsWith('s3://')
      ? await source.fetch(asked.export, folder)
      : (asked.export ?? (await source.table(folder))),
  );
  const month = asked.month ?? monthOf(localDate('Asia/Jakarta', exported.at));
  const log = asked.log ? filesIn(asked.log) : [join(folder, 'carrier.log')];
  if (!asked.log) await source.log(spanOf(month), log[0] ?? '');
  console.log(`${count(exported.rows)} rows as of ${exported.at}, and the texts of ${month}:`);
  show({ promise: wholeExport, broken: exported.damaged.length, first: exported.damaged });
  const { settings } = source;
  for await (const verdict of check({ exported, log, month, settings })) show(verdict);
}

const wholeExport = 'The export is as DynamoDB wrote it.';

/** A delivery log may come 72 hours late; a day more for the zones. */
function spanOf(month: string): Readonly<{ from: number; to: number }> {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: Date.UTC(year, number - 1, 0), to: Date.UTC(year, number, 5) };
}

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];

function show({ promise, broken, first }: Omit<Verdict, 'milliseconds'>): void {
  console.log(`${broken === 0 ? 'holds ' : 'BROKEN'}  ${promise}`);
  if (broken === 0) return;
  process.exitCode = 1;
  console.log(`        ${count(broken)} break it: ${first.join(', ')}`);
}

await attempt(main);
