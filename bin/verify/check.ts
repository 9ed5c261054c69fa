import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Settings } from '#domain/settings';
import type { Exported } from './exported.ts';

/** `month`: of texts and steps; what else is promised holds for all rows. */
export type Checked = Readonly<{
  exported: Exported;
  /** Files of SNS's delivery log, a record a line. */
  log: readonly string[];
  month: string;
  settings: Pick<
    Settings,
    'lapseMonths' | 'priceUsdPerPart' | 'rupiahPerUsd' | 'jointLeaveMovesDueDate'
  >;
}>;

export type Verdict = Readonly<{
  promise: string;
  /** How many break it, and the first ten of them. */
  broken: number;
  first: readonly string[];
  milliseconds: number;
}>;

/**
 * Holds each promise against the export, one SQL file after the other. Tables lie in a file, so
 * memory stays the same whatever the size.
 */
export async function* check(checked: Checked, promises = promiseFiles): AsyncGenerator<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-verify-'));
  const instance = await DuckDBInstance.create(':memory:', {
    ...{ memory_limit: '256MB', threads: '1', temp_directory: join(folder, 'spilled') },
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  // A group of rows is put together in memory, all its columns, before it is written: DuckDB's own
  // 122,880 of ours, and a second thread's, do not fit.
  await connection.run(`ATTACH '${join(folder, 'rows.duckdb')}' AS held (ROW_GROUP_SIZE 16384)`);
  await connection.run('USE held');
  try {
    for (const file of tableFiles) await connection.run(filled(file, checked));
    for (const file of promises) yield await verdictOn(connection, file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sqlIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8'));

const tableFiles = sqlIn('./tables');
export const promiseFiles = sqlIn('./promises');

const reference = new URL('../../functions/domain/data', import.meta.url).pathname;

function filled(sql: string, { exported, log, month, settings }: Checked): string {
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
  const values: Readonly<Record<string, string>> = {
    export: list(exported.files),
    log: list(log),
    reference: reference.replaceAll("'", "''"),
    from: `${month}-01`,
    to: lastDay.toISOString().slice(0, 10),
    exportedAt: exported.at.replace('T', ' ').replace('Z', ''),
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
  };
  return sql.replace(/\{([a-z]\w*)\}/gi, (whole, name) => values[name] ?? whole);
}

const list = (files: readonly string[]): string =>
  `[${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}]`;

async function verdictOn(connection: DuckDBConnection, sql: string): Promise<Verdict> {
  const began = performance.now();
  await connection.run(`CREATE OR REPLACE TEMP TABLE broken AS SELECT broken FROM (${sql})`);
  const [[broken = 0] = []] = await rowsOf(connection, 'SELECT count(*) FROM broken');
  const first = await rowsOf(
    connection,
    'SELECT DISTINCT CAST(broken AS VARCHAR) FROM broken ORDER BY 1 LIMIT 10',
  );
  return {
    promise: sentenceOf(sql),
    broken: Number(broken),
    first: first.map(([key]) => String(key)),
    milliseconds: performance.now() - began,
  };
}

const rowsOf = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRows();

/** The first sentence of the comment that each file opens with. */
const sentenceOf = (sql: string): string =>
  (/^(?:--.*\n)+/.exec(sql)?.[0] ?? '')
    .replaceAll(/^-- ?/gm, '')
    .replaceAll('\n', ' ')
    .replace(/(?<=\.) .*$/, '')
    .trim();
