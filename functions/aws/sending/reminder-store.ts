import { type Database, write } from '#aws/database';
import { isTombstone, readWorker, stillAt, unreadable } from '#aws/people/worker-rows';
import { allRows, getRows, type Row } from '#aws/reading';
import { delivering, moveOn } from '#aws/sending/reminder-moves';
import { expiry, moved, raised, readReminder } from '#aws/sending/reminder-rows';
import type { FreshRead, ReminderStore } from '#flows/sending/reminder-store';
import { type Key, keys } from '#table';

/** The rows that make a text leave at most once. */
export const reminderStore = (database: Database): ReminderStore => ({
  async readFresh(workerIds, { month, step }, rowsOf = workerIds) {
    const withRow = new Set(rowsOf);
    const wanted = workerIds.map((workerId) => ({
      workerId,
      worker: keys.worker(workerId),
      reminder: keys.reminder({ workerId, month, step }),
    }));
    const rows = await getRows(
      database,
      wanted.flatMap(({ workerId, worker, reminder }) =>
        withRow.has(workerId) ? [worker, reminder] : [worker],
      ),
    );
    const byKey = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
    const rowAt = ({ pk, sk }: Key) => byKey.get(`${pk} ${sk}`);
    return new Map(
      wanted.map((each) => [each.workerId, readPair(rowAt(each.worker), rowAt(each.reminder))]),
    );
  },

  async write(row, rev) {
    const written = await write(
      database,
      { check: keys.worker(row.workerId), ...stillAt(rev) },
      {
        put: { ...keys.reminder(row), ...row, expiresAt: expiry(row) },
        // One's own claim again, after a lost answer; never over what has become of it since.
        if: 'attribute_not_exists(#pk) OR (#claimId = :mine AND #status = :status)',
        values: { ':mine': row.claimId, ':status': row.status },
      },
      ...raised(row),
    );
    if (written.done) return 'written';
    return written.refused[1] ? 'exists' : 'changed';
  },

  record: (key, claimId, outcome) =>
    moveOn(database, { key, claimId, from: ['claimed', 'unknown'] }, outcome),

  presumeUnknown: (key, claimId, at) =>
    moveOn(
      database,
      { key, claimId, from: ['claimed'] },
      { status: 'unknown', reason: 'sender-stopped', messageId: null, at },
    ),

  async list(workerId) {
    const { pk } = keys.worker(workerId);
    const rows = await allRows(database, {
      where: '#pk = :pk AND begins_with(#sk, :reminders)',
      values: { ':pk': pk, ':reminders': 'REM#' },
    });
    return rows.flatMap((row) => readReminder(row) ?? []);
  },

  async deliver(seen, delivered) {
    const after = { ...seen, ...delivered };
    return (await write(database, delivering(seen, after), ...moved(seen, after))).done;
  },

  async release(key, claimId) {
    const mine = {
      if: '#claimId = :mine AND #status = :claimed',
      values: { ':mine': claimId, ':claimed': 'claimed' },
    };
    return (await write(database, { remove: keys.reminder(key), ...mine })).done;
  },
});

/** An unreadable reminder is one all the same: nothing may be written in its place. */
function readPair(row: Row | undefined, reminderRow: Row | undefined): FreshRead {
  const [worker, reminder] = [readWorker(row), readReminder(reminderRow)];
  if (reminderRow && !reminder)
    return { worker: undefined, reminder, unreadable: { reason: 'reminder', rev: Number.NaN } };
  const isBroken = row && !worker && !isTombstone(row);
  return { worker, reminder, ...(isBroken ? { unreadable: unreadable(row) } : {}) };
}
