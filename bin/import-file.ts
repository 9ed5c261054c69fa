import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { csvCutter, type Piece } from '#domain/csv/pieces';
import { nikCells, refuseRoundedNiks } from '#domain/people/roster/rounded-niks';
import type { Role } from '#triggers';
import { type Api, connect } from './api-client.ts';
import { command, dataOption } from './command.ts';
import {
  add,
  type Imported,
  noTotals,
  rowsIn,
  setAsideIn,
  summary,
  type Wording,
} from './import-totals.ts';
import { listedLines } from './listed-lines.ts';

/** One import command: how it is called, which file it takes, and who may send it where. */
type Import = Wording & Readonly<{ command: string; columns: string; role: Role; path: string }>;

/** Sends a CSV file to the API in pieces; refused lines and warnings go into files beside it. */
export async function importCommand(what: Import): Promise<void> {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    api: { type: 'string' },
    ...dataOption,
  } as const;
  await command(usageOf(what), options, async (file, values) => {
    const api = await connect({ url: values.api, data: values.data, role: what.role });
    await importFile(file, { what, api, dryRun: values['dry-run'] }).catch((error) => {
      const sentence = sentences[error.code];
      throw sentence ? new Error(`${file} ${sentence}`) : error;
    });
  });
}

const usageOf = ({ command, columns }: Import): string =>
  `${command} -- FILE [--dry-run] [--api URL] [--data DIR]

  FILE       ${columns}
  --dry-run  say what would change, and change nothing
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, on this machine
  --data     the data folder on this machine (.ingat)`;

type How = Readonly<{ what: Import; api: Api; dryRun: boolean }>;

async function importFile(file: string, { what, api, dryRun }: How): Promise<void> {
  const beside = (kind: string) => listedLines(`${file.replace(/\.csv$/i, '')}.${kind}.csv`);
  const [aside, warned] = [beside('rejected'), beside('warnings')];
  await refuseRounded(file);
  const totals = noTotals();
  const bar = barOver(file);
  let whole = false;
  try {
    for await (const { text, firstLine, endByte } of piecesOf(file)) {
      const path = `${what.path}?firstLine=${firstLine}&dryRun=${dryRun}`;
      // Once imported, the same piece again changes nothing.
      const sent = { body: text, type: 'text/csv', safeToRepeat: true };
      const answer = await api.post<Imported>(path, sent);
      add(totals, answer, what);
      aside.write([...answer.rejected, ...answer.conflicts]);
      warned.write(answer.warnings);
      bar.update(endByte, { rows: rowsIn(totals), aside: setAsideIn(totals) });
    }
    whole = true;
  } finally {
    bar.stop();
    const [asideFile, warningsFile] = [await aside.close(), await warned.close()];
    const said = summary(totals, { file, dryRun, whole, asideFile, warningsFile }, what);
    if (said) console.log(said);
  }
}

/** The API judges each piece as it comes: half of the file would be imported before the rest. */
async function refuseRounded(file: string): Promise<void> {
  for await (const { text } of piecesOf(file)) {
    const niks = nikCells(text);
    // No roster at all: the API says why, and need not wait for the end of it.
    if (niks.length === 0) return;
    refuseRoundedNiks(niks);
  }
}

function barOver(file: string): SingleBar {
  const format = '{bar} {percentage} %  {rows} rows, {aside} set aside';
  const bar = new SingleBar({ format, clearOnComplete: true });
  bar.start(Math.max(1, statSync(file).size), 0, { rows: 0, aside: 0 });
  return bar;
}

async function* piecesOf(file: string): AsyncGenerator<Piece> {
  const cutter = csvCutter(basename(file));
  for await (const bytes of createReadStream(file)) yield* cutter.feed(bytes);
  yield* cutter.end();
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder: name a CSV file',
  EACCES: 'may not be read',
};
