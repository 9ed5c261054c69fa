import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { type Item, keyOf, sizeOf } from '#local/dynamodb/in-memory/attribute-values';
import { tableName } from '#local/environment';
import { table } from '#table';

/**
 * Lays these rows into dynoxide's file as it would write them, instead of all that is there, and
 * past its stream: by requests 100,000 of them take a minute. All or nothing.
 */
export function layIn(file: string, items: Iterable<Item>): void {
  const database = new DatabaseSync(file, { timeout: 60_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
    for (const name of [tableName, ...Object.keys(table.indexes).map(indexTable)])
      database.exec(`DELETE FROM "${name}"`);
    const write = writerInto(database);
    for (const item of items) write(item);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function writerInto(database: DatabaseSync): (item: Item) => void {
  const into = (name: string, columns: string) =>
    database.prepare(
      `INSERT INTO "${name}" (${columns}) VALUES (${columns.replaceAll(/\w+/g, '?')})`,
    );
  const put = into(tableName, 'pk, sk, item_json, item_size, hash_prefix');
  const indexes = Object.entries(table.indexes).map(([name, keys]) => ({
    ...keys,
    put: into(indexTable(name), 'gsi_pk, gsi_sk, table_pk, table_sk, item_json'),
  }));
  return (item) => {
    const { pk, sk } = keyOf(item);
    const keys = [`S:${pk}`, `S:${sk}`];
    put.run(...keys, JSON.stringify(item), sizeOf(item), hashOf(pk));
    for (const { partitionKey, sortKey, put } of indexes) {
      const [hash, range] = [item[partitionKey], item[sortKey]];
      if (hash?.S === undefined || range?.S === undefined) continue;
      const projected = { pk: item.pk, sk: item.sk, [partitionKey]: hash, [sortKey]: range };
      put.run(`S:${hash.S}`, `S:${range.S}`, ...keys, JSON.stringify(projected));
    }
  };
}

/** Whether a partition has no rows, as of the last answered write, without a request for it. */
export function emptyIn(file: string) {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 60_000 });
  const row = database.prepare(`SELECT 1 FROM "${tableName}" WHERE pk = ? LIMIT 1`);
  return {
    isEmpty: (pk: string): boolean => row.get(`S:${pk}`) === undefined,
    close: (): void => database.close(),
  };
}

const indexTable = (name: string): string => `${tableName}::gsi::${name}`;

/** By it dynoxide orders a scan, as dynalite does. */
const hashOf = (pk: string): string =>
  createHash('md5').update(`Outliers${pk}`).digest('hex').slice(0, 6);
