import { type Database, write } from '#aws/database';
import { erase, sweep } from '#aws/erasure';
import { allRows, firstPage, getRows, type Row } from '#aws/reading';
import { dueKey, readChange, readPayment, readReminder, readWorker, replacing, workerRow } from '#aws/rows';
import type { WorkerStore } from '#flows/ports';
import { keys, type table } from '#table';

/** Workers, their tombstones and what is kept under them. A row that cannot be read is left out; `create` still finds it there. */
export const workerStore = ({ shards, ...database }: Database & Readonly<{ shards: number }>): WorkerStore => ({
  async get(workerIds) {
    const workers = (await getRows(database, workerIds.map(keys.worker))).flatMap((row) => readWorker(row) ?? []);
    return new Map(workers.map((worker) => [worker.workerId, worker]));
  },

  async erased(workerIds) {
    const tombstones = await getRows(database, workerIds.map(keys.erased));
    return new Set(tombstones.map(({ pk }) => String(pk).slice('ERASED#'.length)));
  },

  async create(worker) {
    const written = await write(
      database,
      { check: keys.erased(worker.workerId), if: 'attribute_not_exists(#pk)' },
      { put: workerRow(worker, shards), if: 'attribute_not_exists(#pk)' },
    );
    return written.done;
  },

  async replace(worker, change) {
    const beside = change ? [{ put: { ...keys.change(change.workerId, change.at, change.id), ...change } }] : [];
    return (await write(database, replacing(worker, shards), ...beside)).done;
  },

  async owing(partition, after, limit) {
    const { rows, more } = await firstPage(database, {
      index: 'due' satisfies keyof typeof table.indexes,
      where: after === null ? '#dueKey = :due' : '#dueKey = :due AND #workerId > :after',
      values: { ':due': dueKey(partition), ...(after === null ? {} : { ':after': after }) },
      limit,
    });
    const items = rows.map(workerIdOf);
    return { items, next: more ? (items.at(-1) ?? null) : null };
  },

  async byPhone(phone) {
    const rows = await allRows(database, {
      index: 'phone' satisfies keyof typeof table.indexes,
      where: '#phone = :phone',
      values: { ':phone': phone },
    });
    return rows.map(workerIdOf);
  },

  async timeline(workerId) {
    const rows = await allRows(database, { where: '#pk = :pk', values: { ':pk': keys.worker(workerId).pk } });
    const kept = (prefix: string) => rows.filter(({ sk }) => String(sk).startsWith(prefix));
    return {
      reminders: kept('REM#').flatMap((row) => readReminder(row) ?? []),
      payments: kept('PAY#').flatMap((row) => readPayment(row) ?? []),
      changes: kept('CHANGE#').flatMap((row) => readChange(row) ?? []),
    };
  },

  erase: (workerId, at) => erase(database, workerId, at),
  sweep: (workerId) => sweep(database, workerId),
});

const workerIdOf = ({ workerId }: Row): string => String(workerId);
