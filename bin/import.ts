import { createWriteStream, statSync, unlinkSync, type WriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { stringify } from 'csv-stringify/sync';
import { type Api, connect } from './api-client.ts';
import { csvPieces, type Piece } from './csv-pieces.ts';

const usage = `npm run import -- FILE [--dry-run] [--api URL] [--data DIR]

  FILE       a roster: nik,name,phone,province,sector,income,jht,language,covered_through
  --dry-run  say what would change, and change nothing
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, the stage on this machine
  --data     the data folder of that stage (.ingat)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, api: { type: 'string' }, data: { type: 'string', default: '.ingat' } },
});

type Answer = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: readonly Readonly<{ line: number; field: string; value: string; reason: string }>[];
  conflicts: readonly Readonly<{ line: number; reason: string }>[];
}>;

const totals = { created: 0, updated: 0, unchanged: 0, rejected: 0, conflicts: 0 };

async function main(file: string): Promise<void> {
  const api = await connect({ url: values.api, data: values.data });
  const aside = setAside(`${file.replace(/\.csv$/i, '')}.rejected.csv`);
  const bar = new SingleBar({ format: '{bar} {percentage} %  {rows} rows, {aside} set aside', clearOnComplete: true });
  bar.start(Math.max(1, statSync(file).size), 0, { rows: 0, aside: 0 });
  try {
    for await (const piece of csvPieces(file)) {
      add(await send(api, piece), aside.write);
      bar.update(piece.readBytes, { rows: totals.created + totals.updated + totals.unchanged, aside: totals.rejected + totals.conflicts });
    }
  } finally {
    bar.stop();
    summarise(await aside.close());
  }
}

const send = (api: Api, { text, firstLine }: Piece): Promise<Answer> =>
  api.post<Answer>(`/api/workers/import?firstLine=${firstLine}&dryRun=${values['dry-run']}`, { body: text, type: 'text/csv' });

function add({ created, updated, unchanged, rejected, conflicts }: Answer, write: (row: readonly (string | number)[]) => void): void {
  totals.created += created;
  totals.updated += updated;
  totals.unchanged += unchanged;
  totals.rejected += rejected.length;
  totals.conflicts += conflicts.length;
  for (const { line, field, value, reason } of rejected) write([line, field, value, reason]);
  for (const { line, reason } of conflicts) write([line, '', '', reason]);
}

/** The lines that were not taken in, in a CSV beside the file. A file from before goes, so that what lies there is always of the last import. */
function setAside(path: string) {
  let stream: WriteStream | undefined;
  unlinkIfThere(path);
  return {
    write: (row: readonly (string | number)[]) => {
      stream ??= begin(path);
      stream.write(stringify([[...row]], { escape_formulas: true }));
    },
    close: () => new Promise<string | null>((resolve) => (stream ? stream.end(() => resolve(path)) : resolve(null))),
  };
}

function begin(path: string): WriteStream {
  const stream = createWriteStream(path, { mode: 0o600 });
  stream.write('line,field,value,reason\n');
  return stream;
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function summarise(rejectedFile: string | null): void {
  const { created, updated, unchanged, rejected, conflicts } = totals;
  if (values['dry-run']) console.log('Dry run: nothing was written. It would be:');
  console.log(`${created} new, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${conflicts} behind what is known`);
  if (rejectedFile) console.log(`Lines that were set aside, with reasons: ${rejectedFile}`);
}

const [file] = positionals;
if (!file) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await main(file).catch((error: NodeJS.ErrnoException) => {
    console.error(error.code === 'ENOENT' ? `There is no file ${file}` : error.message);
    process.exitCode = 1;
  });
}
