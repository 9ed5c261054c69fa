import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { csvCutter, type Piece } from '#domain/csv/pieces';
import type { Rejection } from '#domain/csv/table';
import type { Conflict } from '#flows/people/import-lines';
import type { Role } from '#triggers';
import { type Api, connect } from './api-client.ts';
import { command } from './command.ts';
import { setAside } from './set-aside.ts';

/** What is imported, and in which words the end is told. `counts` are fields of the API's answer, in the order in which they are said. */
type Import = Readonly<{
  command: string;
  /** What a row is: worker or payment. */
  row: string;
  columns: string;
  role: Role;
  path: string;
  counts: Readonly<Record<string, string>>;
  conflict: string;
}>;

type Answer = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly Conflict[];
  /** How many rows each of `counts` has. */
  [count: string]: unknown;
}>;

type Totals = { rejected: number; conflicts: number; readonly of: Map<string, number> };

/** A command that sends a CSV file to the API piece by piece, with a bar, and says what became of it. Lines that were not taken in go into a CSV beside it. */
export async function importCommand(what: Import): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      api: { type: 'string' },
      data: { type: 'string', default: '.ingat' },
    },
  });
  await command(usageOf(what), positionals, async (file) => {
    try {
      const api = await connect({ url: values.api, data: values.data, role: what.role });
      await importFile(file, { what, api, dryRun: values['dry-run'] });
    } catch (error) {
      const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ''];
      throw sentence ? new Error(`${file} ${sentence}`) : error;
    }
  });
}

const usageOf = ({
  command,
  columns,
}: Import): string => `${command} -- FILE [--dry-run] [--api URL] [--data DIR]

  FILE       ${columns}
  --dry-run  say what would change, and change nothing
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, the stage on this machine
  --data     the data folder of that stage (.ingat)`;

type How = Readonly<{ what: Import; api: Api; dryRun: boolean }>;

async function importFile(file: string, how: How): Promise<void> {
  const { what, api, dryRun } = how;
  const aside = setAside(`${file.replace(/\.csv$/i, '')}.rejected.csv`);
  const totals: Totals = { rejected: 0, conflicts: 0, of: new Map() };
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {rows} rows, {aside} set aside',
    clearOnComplete: true,
  });
  bar.start(Math.max(1, statSync(file).size), 0, { rows: 0, aside: 0 });
  let whole = false;
  try {
    for await (const { text, firstLine, endByte } of piecesOf(file)) {
      const answer = await api.post<Answer>(
        `${what.path}?firstLine=${firstLine}&dryRun=${dryRun}`,
        { body: text, type: 'text/csv' },
      );
      add(answer, totals, what);
      for (const { line, field, value, code, reason } of answer.rejected)
        aside.write([line, field, value, code, reason]);
      for (const { line, code, reason } of answer.conflicts)
        aside.write([line, '', '', code, reason]);
      bar.update(endByte, { rows: rowsIn(totals), aside: totals.rejected + totals.conflicts });
    }
    whole = true;
  } finally {
    bar.stop();
    summarise(totals, { file, whole, asideFile: await aside.close() }, how);
  }
}

async function* piecesOf(file: string): AsyncGenerator<Piece> {
  const cutter = csvCutter(basename(file));
  for await (const bytes of createReadStream(file)) yield* cutter.feed(bytes);
  yield* cutter.end();
}

function add(answer: Answer, totals: Totals, { counts }: Import): void {
  totals.rejected += answer.rejected.length;
  totals.conflicts += answer.conflicts.length;
  for (const name of Object.keys(counts))
    totals.of.set(name, (totals.of.get(name) ?? 0) + Number(answer[name]));
}

const rowsIn = ({ of }: Totals): number => [...of.values()].reduce((sum, count) => sum + count, 0);

type End = Readonly<{ file: string; whole: boolean; asideFile: string | null }>;

/** Of a file that was refused as a whole nothing is said here: the sentence that refuses it is enough. */
function summarise(totals: Totals, { file, whole, asideFile }: End, { what, dryRun }: How): void {
  const { rejected, conflicts } = totals;
  if (rowsIn(totals) + rejected + conflicts === 0) {
    if (whole) console.log(`${file} has a header row and no ${what.row} under it.`);
    return;
  }
  const title = [
    dryRun ? 'Dry run, nothing is written. ' : '',
    whole ? '' : 'Before it stopped: ',
  ].join('');
  console.log(
    `${title}${Object.entries(what.counts)
      .map(([name, words]) => `${totals.of.get(name) ?? 0} ${words}`)
      .join(', ')}.`,
  );
  if (!asideFile) return;
  const reasons = [
    ...(rejected > 0 ? [`${rejected} rejected (a mistake in the line)`] : []),
    ...(conflicts > 0 ? [`${conflicts} in conflict with what is known (${what.conflict})`] : []),
  ];
  console.log(`Set aside: ${reasons.join(', ')}.`);
  console.log(`Each has its line number and reason in ${asideFile}`);
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder: name a CSV file',
  EACCES: 'may not be read',
};
