import { DatabaseSync } from 'node:sqlite';
import { marshall } from '@aws-sdk/util-dynamodb';
import { workerRow } from '#aws/people/worker-rows';
import type { Worker } from '#domain/people/worker';
import { tableName } from '#local/environment';
import { table } from '#table';
import { aWorker } from '../../test/builders.ts';
import { idOf } from '../../test/contract/builders.ts';
import type { MeteredDatabase } from './metered-database.ts';

const shards = 4;

type Seeded = Readonly<{ stored: number; due: number }>;

/**
 * Workers written into dynoxide's file as it would write them, without its stream: by requests a
 * million of them take an hour. The first `due` are due in Jakarta.
 */
export function seed({ file }: Pick<MeteredDatabase, 'file'>, { stored, due }: Seeded): void {
  const database = new DatabaseSync(file, { timeout: 60_000 });
  const write = writerInto(database);
  const rowsOf = rowsByExample(due);
  for (let index = 0; index < stored; index += 1) {
    if (index % 50_000 === 0) database.exec('BEGIN');
    for (const row of rowsOf(index)) write(row);
    if (index % 50_000 === 49_999 || index === stored - 1) database.exec('COMMIT');
  }
  database.close();
}

/** Of the table itself (`index` null) or of an index; keys and item as dynoxide keeps them. */
type SqlRow = Readonly<{ index: string | null; keys: readonly string[]; item: string }>;

function writerInto(database: DatabaseSync): (row: SqlRow) => void {
  const into = (name: string, columns: string) =>
    database.prepare(
      `INSERT INTO "${name}" (${columns}) VALUES (${columns.replaceAll(/\w+/g, '?')})`,
    );
  const put = into(tableName, 'pk, sk, item_json, item_size');
  const columns = 'gsi_pk, gsi_sk, table_pk, table_sk, item_json';
  const indexes = new Map(
    Object.keys(table.indexes).map((name) => [name, into(`${tableName}::gsi::${name}`, columns)]),
  );
  return ({ index, keys, item }) => {
    if (index === null) put.run(...keys, item, item.length);
    else indexes.get(index)?.run(...keys, item);
  };
}

/**
 * Workers differ by id, by phone and in a dozen ways that come again: one of each is written out,
 * and its rows are copied with another id and phone.
 */
function rowsByExample(due: number): (index: number) => readonly SqlRow[] {
  const examples = new Map<string, Readonly<{ worker: Worker; rows: readonly SqlRow[] }>>();
  return (index) => {
    const name = `${index < due} ${index % others.length} ${index % shards}`;
    const known = examples.get(name);
    const worker = workerAt(index, due);
    const { worker: other, rows } = known ?? { worker, rows: rowsOf(worker) };
    if (!known) examples.set(name, { worker, rows });
    const copied = (text: string) =>
      text.replaceAll(other.workerId, worker.workerId).replaceAll(phoneOf(other), phoneOf(worker));
    return rows.map((row) => ({ ...row, keys: row.keys.map(copied), item: copied(row.item) }));
  };
}

const phoneOf = ({ phone }: Worker): string => phone ?? '';

function rowsOf(worker: Worker): readonly SqlRow[] {
  const row: Readonly<Record<string, unknown>> = workerRow(worker, shards);
  const json = (item: object) => JSON.stringify(marshall(item, { removeUndefinedValues: true }));
  const keys = [`S:${row.pk}`, `S:${row.sk}`];
  const ofIndexes = Object.entries(table.indexes).flatMap(([index, { partitionKey, sortKey }]) => {
    const [hash, range] = [row[partitionKey], row[sortKey]];
    if (hash === undefined || hash === null) return [];
    const item = json({ pk: row.pk, sk: row.sk, [partitionKey]: hash, [sortKey]: range });
    return [{ index, keys: [`S:${hash}`, `S:${range}`, ...keys], item }];
  });
  return [{ index: null, keys, item: json(row) }, ...ofIndexes];
}

const workerAt = (index: number, due: number): Worker => ({
  ...aWorker(index < due ? {} : others[index % others.length]),
  workerId: idOf(index),
  phone: `+62870${String(index).padStart(8, '0')}`,
});

/** Have paid, are paid for or have ended: in all shards, and in another zone too. */
const others: readonly Partial<Worker>[] = [
  { coveredThrough: '2026-11' },
  { coveredThrough: '2027-03' },
  { coveredThrough: '2026-08' },
  { province: 'Bali', coveredThrough: '2026-11' },
  { governmentPaid: true },
  { ended: { on: '2026-10-01', reason: 'employed' } },
];
