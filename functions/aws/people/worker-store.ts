import { type Database, write } from '#aws/database';
import { placesOf, readPayment } from '#aws/payments/payment-rows';
import { closedKey, cycleWrites, dueKey, readCycle } from '#aws/people/cycle-rows';
import { erase, sweep } from '#aws/people/erasure';
import { leftTexts } from '#aws/people/left-texts';
import { relocationPut } from '#aws/people/relocation-store';
import {
  creditKey,
  isTombstone,
  nameKey,
  readChange,
  readWorker,
  replacing,
  workerRow,
} from '#aws/people/worker-rows';
import { allRows, firstPage, getRows, type Row } from '#aws/reading';
import { readReminder } from '#aws/sending/reminder-rows';
import { relocationOf } from '#domain/people/worker';
import type { WorkerStore } from '#flows/people/worker-store';
import type { Page } from '#flows/ports';
import { keys, table } from '#table';

/** A worker's row that cannot be read is left out; `create` still finds it there. */
export const workerStore = ({
  shards,
  ...database
}: Database & Readonly<{ shards: number }>): WorkerStore => ({
  async get(workerIds) {
    const workers = (await getRows(database, workerIds.map(keys.worker))).flatMap(
      (row) => readWorker(row) ?? [],
    );
    return new Map(workers.map((worker) => [worker.workerId, worker]));
  },

  async known(workerIds) {
    const rows = await getRows(database, workerIds.map(keys.worker));
    return new Map(
      rows.flatMap((row) => {
        const known = isTombstone(row) ? ('erased' as const) : readWorker(row);
        return known ? [[idIn(row), known]] : [];
      }),
    );
  },

  /** Neither over a worker nor over a tombstone. */
  async create(...workers) {
    const writes = workers.map((worker) => ({
      put: workerRow(worker, shards),
      if: 'attribute_not_exists(#pk)',
    }));
    return (await write(database, ...writes)).done;
  },

  async replace(worker, change, { closed = [], credit = [] } = {}) {
    const relocation = relocationOf(worker, change);
    const beside = [
      ...cycleWrites(closed, shards),
      ...credit.flatMap((bought) => placesOf(bought, worker)),
      ...(change
        ? [{ put: { ...keys.change(change.workerId, change.at, change.id), ...change } }]
        : []),
      ...(relocation ? [relocationPut(relocation)] : []),
    ];
    return (
      await write(
        database,
        replacing(worker, shards),
        ...beside,
        ...(await leftTexts(database, closed)),
      )
    ).done;
  },

  owing: (partition, after, limit) => idsIn(database, inDue(dueKey(partition)), { after, limit }),
  closedIn: (partition, after, limit) =>
    idsIn(database, inDue(closedKey(partition)), { after, limit }),
  withCredit: (shard, after, limit) =>
    idsIn(database, { index: 'credit', key: creditKey(shard) }, { after, limit }),

  async byPhone(phone) {
    const rows = await allRows(database, {
      index: 'phone' satisfies keyof typeof table.indexes,
      where: '#phone = :phone',
      values: { ':phone': phone },
    });
    return rows.map(workerIdOf);
  },

  async named(province, plain, limit) {
    const { rows, more } = await firstPage(database, {
      index: 'named' satisfies keyof typeof table.indexes,
      where: '#nameKey = :key AND begins_with(#nameSort, :plain)',
      values: { ':key': nameKey(province, plain), ':plain': plain },
      limit,
    });
    return { ids: rows.map(idIn), more };
  },

  async timeline(workerId) {
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': keys.worker(workerId).pk },
    });
    const kept = (prefix: string) => rows.filter(({ sk }) => String(sk).startsWith(prefix));
    return {
      worker: readWorker(kept(keys.worker(workerId).sk)[0]) ?? null,
      reminders: kept('REM#').flatMap((row) => readReminder(row) ?? []),
      payments: kept('PAY#').flatMap((row) => readPayment(row) ?? []),
      changes: kept('CHANGE#').flatMap((row) => readChange(row) ?? []),
      cycles: kept('CYC#')
        .flatMap((row) => readCycle(row) ?? [])
        .sort((a, b) => (a.began < b.began ? -1 : 1)),
    };
  },

  erase: async (workerId, at, worker) =>
    erase(database, workerId, {
      at,
      rev: worker?.rev ?? null,
      beside: [
        ...cycleWrites(worker?.closed ?? [], shards),
        ...(await leftTexts(database, worker?.closed ?? [])),
      ],
    }),
  sweep: (workerId) => sweep(database, workerId),
});

/** A worker with two cycles of a month is named once: the page may end between the two. */
async function idsIn(
  database: Database,
  { index, key }: Readonly<{ index: keyof typeof table.indexes; key: string }>,
  { after, limit }: Readonly<{ after: string | null; limit: number }>,
): Promise<Page<string>> {
  const inPartition = `#${table.indexes[index].partitionKey} = :key`;
  const { rows, more } = await firstPage(database, {
    index,
    where: after === null ? inPartition : `${inPartition} AND #workerId > :after`,
    values: { ':key': key, ...(after === null ? {} : { ':after': after }) },
    limit,
  });
  const items = [...new Set(rows.map(workerIdOf))];
  return { items, next: more ? (items.at(-1) ?? null) : null };
}

const inDue = (key: string) => ({ index: 'due', key }) as const;

const workerIdOf = ({ workerId }: Row): string => String(workerId);

/** Some rows, and what an index has of them, have it in their key alone. */
const idIn = ({ pk }: Row): string => String(pk).slice('WRK#'.length);
