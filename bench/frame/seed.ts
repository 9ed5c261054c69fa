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

/**
 * Workers written into dynoxide's file as it would write them, without its stream: by requests a
 * million of them take an hour. The first `due` are due in Jakarta.
 */
export function seed(
  { file }: Pick<MeteredDatabase, 'file'>,
  { stored, due }: Readonly<{ stored: number; due: number }>,
): void {
  const database = new DatabaseSync(file, { timeout: 60_000 });
  const write = writerInto(database);
  for (let index = 0; index < stored; index += 1) {
    if (index % 10_000 === 0) database.exec('BEGIN');
    write(workerRow(workerAt(index, due), shards));
    if (index % 10_000 === 9_999 || index === stored - 1) database.exec('COMMIT');
  }
  database.close();
}

type Row = Readonly<Record<string, unknown>>;

function writerInto(database: DatabaseSync): (row: Row) => void {
  const put = database.prepare(
    `INSERT INTO "${tableName}" (pk, sk, item_json, item_size) VALUES (?, ?, ?, ?)`,
  );
  const indexes = Object.entries(table.indexes).map(([name, { partitionKey, sortKey }]) => ({
    ...{ partitionKey, sortKey },
    put: database.prepare(
      `INSERT INTO "${tableName}::gsi::${name}" (gsi_pk, gsi_sk, table_pk, table_sk, item_json) ` +
        'VALUES (?, ?, ?, ?, ?)',
    ),
  }));
  return (row) => {
    const [pk, sk] = [`S:${row.pk}`, `S:${row.sk}`];
    const json = (item: Row) => JSON.stringify(marshall(item, { removeUndefinedValues: true }));
    const all = json(row);
    put.run(pk, sk, all, all.length);
    for (const { partitionKey, sortKey, put: putInto } of indexes) {
      const [hash, range] = [row[partitionKey], row[sortKey]];
      if (hash === undefined || hash === null) continue;
      const kept = { pk: row.pk, sk: row.sk, [partitionKey]: hash, [sortKey]: range };
      putInto.run(`S:${hash}`, `S:${range}`, pk, sk, json(kept));
    }
  };
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
