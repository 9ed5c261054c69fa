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
 * Holds each promise against the export, one SQL file after the other. Rows and tables lie in
 * files, and DuckDB spills to others what exceeds its limit.
 */
export async function* check(checked: Checked, promises = promiseFiles): AsyncGenerator<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-verify-'));
  const instance = await DuckDBInstance.create(':memory:', {
    ...{ memory_limit: memoryLimit, threads: '1', temp_directory: join(folder, 'spilled') },
    ...{ preserve_insertion_order: 'false', enable_external_file_cache: 'false' },
  });
  const connection = await instance.connect();
  // A group of rows is put together in memory, all its columns, before it is written: DuckDB's own
  // 122,880 of ours, and a second thread's, do not fit.
  await connection.run(`ATTACH '${join(folder, 'rows.duckdb')}' AS held (ROW_GROUP_SIZE 16384)`);
  await connection.run('USE held');
  try {
    const values = valuesOf(checked, folder);
    for (const [number, file] of checked.exported.files.entries())
      await run(connection, filled(fileColumns, { ...values, file: quoted(file), number }));
    for (const file of tableFiles) await run(connection, filled(file, values));
    for (const file of promises) yield await verdictOn(connection, file);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

const memoryLimit = '160MB';

/** DuckDB gives memory back that it no longer uses when its limit is set, and not before. */
async function run(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(`SET memory_limit = '${memoryLimit}'`);
  await connection.run(sql);
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const sqlIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => read(`${folder}/${name}`));

const fileColumns = read('./file-columns.sql');
const tableFiles = sqlIn('./tables');
export const promiseFiles = sqlIn('./promises');

const reference = new URL('../../functions/domain/data', import.meta.url).pathname;

type Values = Readonly<Record<string, string | number | boolean>>;

function valuesOf({ exported, log, month, settings }: Checked, rows: string): Values {
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
  return {
    rows,
    log: `[${log.map((file) => `'${quoted(file)}'`).join(', ')}]`,
    reference: quoted(reference),
    from: `${month}-01`,
    to: lastDay.toISOString().slice(0, 10),
    exportedAt: exported.at.replace('T', ' ').replace('Z', ''),
    ...settings,
  };
}

const quoted = (path: string): string => path.replaceAll("'", "''");

const filled = (sql: string, values: Values): string =>
  sql.replace(/\{([a-z]\w*)\}/gi, (whole, name) => String(values[name] ?? whole));

async function verdictOn(connection: DuckDBConnection, sql: string): Promise<Verdict> {
  const began = performance.now();
  await run(connection, `CREATE OR REPLACE TEMP TABLE broken AS SELECT broken FROM (${sql})`);
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
