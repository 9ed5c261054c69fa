import { createWriteStream, statSync, unlinkSync, type WriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { stringify } from 'csv-stringify/sync';
import { type Api, connect } from './api-client.ts';
import { command } from './command.ts';
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
  let whole = false;
  try {
    for await (const piece of csvPieces(file)) {
      add(await send(api, piece), aside.write);
      bar.update(piece.readBytes, { rows: totals.created + totals.updated + totals.unchanged, aside: totals.rejected + totals.conflicts });
    }
    whole = true;
  } finally {
    bar.stop();
    summarise({ file, whole, asideFile: await aside.close() });
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

type End = Readonly<{ file: string; whole: boolean; asideFile: string | null }>;

/** Of a file that was refused as a whole nothing is said here: the sentence that refuses it is enough. */
function summarise({ file, whole, asideFile }: End): void {
  const { created, updated, unchanged, rejected, conflicts } = totals;
  if (created + updated + unchanged + rejected + conflicts === 0) {
    if (whole) console.log(`${file} has a header row and no worker under it.`);
    return;
  }
  const title = [values['dry-run'] ? 'Dry run, nothing is written. ' : '', whole ? '' : 'Before it stopped: '].join('');
  console.log(`${title}${created} new, ${updated} updated, ${unchanged} unchanged.`);
  if (!asideFile) return;
  const reasons = [
    ...(rejected > 0 ? [`${rejected} rejected (a mistake in the line)`] : []),
    ...(conflicts > 0 ? [`${conflicts} in conflict with what is known (often a payment since)`] : []),
  ];
  console.log(`Set aside: ${reasons.join(', ')}.`);
  console.log(`Each has its line number and reason in ${asideFile}`);
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder: name a CSV file',
  EACCES: 'may not be read',
};

await command(usage, positionals, (file) =>
  main(file).catch((error: NodeJS.ErrnoException) => {
    const sentence = sentences[error.code ?? ''];
    throw sentence ? new Error(`${file} ${sentence}`) : error;
  }),
);
