import { type Database, type Write, write } from '#aws/database';
import { readWorker, stillAt, unreadable } from '#aws/people/worker-rows';
import { allRows, getRow, getRows } from '#aws/reading';
import { expiry, moved, raised, readReminder } from '#aws/sending/reminder-rows';
import {
  needsAttention,
  type Outcome,
  type ReminderKey,
  type ReminderStatus,
} from '#domain/sending/reminder';
import type { ReminderStore } from '#flows/sending/reminder-store';
import { keys } from '#table';

/** The rows that make a text leave at most once. */
export const reminderStore = (database: Database): ReminderStore => ({
  async readFresh(workerIds, { month, step }) {
    const rows = await getRows(
      database,
      workerIds.flatMap((workerId) => [
        keys.worker(workerId),
        keys.reminder({ workerId, month, step }),
      ]),
    );
    const byKey = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
    const rowAt = ({ pk, sk }: { pk: string; sk: string }) => byKey.get(`${pk} ${sk}`);
    return new Map(
      workerIds.map((workerId) => {
        const row = rowAt(keys.worker(workerId));
        const worker = readWorker(row);
        const reminderRow = rowAt(keys.reminder({ workerId, month, step }));
        const reminder = readReminder(reminderRow);
        // A reminder that cannot be read is one all the same: nothing may be written in its place.
        if (reminderRow && !reminder)
          return [
            workerId,
            { worker: undefined, reminder, unreadable: { reason: 'reminder', rev: Number.NaN } },
          ];
        return [
          workerId,
          { worker, reminder, ...(row && !worker ? { unreadable: unreadable(row) } : {}) },
        ];
      }),
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
    const { status, reason, messageId, parts, priceUsd, at } = delivered;
    const update: Write = {
      update: keys.reminder(seen),
      to: `${outcomeSet}, #parts = :parts, #priceUsd = :priceUsd`,
      // The same status at another time raised another attention item.
      if: '#claimId = :mine AND #status = :from AND #at = :since',
      values: {
        ...{
          ':status': status,
          ':reason': reason,
          ':messageId': messageId,
          ':parts': parts,
          ':priceUsd': priceUsd,
          ':at': at,
        },
        ...{ ':mine': seen.claimId, ':from': seen.status, ':since': seen.at },
      },
    };
    return (await write(database, update, ...moved(seen, { ...seen, ...delivered }))).done;
  },

  async release(key, claimId) {
    const mine = {
      if: '#claimId = :mine AND #status = :claimed',
      values: { ':mine': claimId, ':claimed': 'claimed' },
    };
    return (await write(database, { remove: keys.reminder(key), ...mine })).done;
  },
});

type Claim = Readonly<{ key: ReminderKey; claimId: string; from: readonly ReminderStatus[] }>;

/** A sent text costs one write; an attention item comes or goes in one transaction. */
async function moveOn(database: Database, claim: Claim, outcome: Outcome): Promise<boolean> {
  if (!needsAttention(outcome) && (await write(database, settling(claim, 'claimed', outcome))).done)
    return true;
  const before = readReminder(await getRow(database, keys.reminder(claim.key)));
  if (before?.claimId !== claim.claimId || !claim.from.includes(before.status)) return false;
  const written = await write(
    database,
    settling(claim, before.status, outcome),
    ...moved(before, { ...before, ...outcome }),
  );
  // Somebody else moved it on between our read and our write. It only ever moves on, so this ends.
  return written.done || moveOn(database, claim, outcome);
}

const outcomeSet = 'SET #status = :status, #reason = :reason, #messageId = :messageId, #at = :at';

const settling = (
  { key, claimId }: Claim,
  from: ReminderStatus,
  { status, reason, messageId, at }: Outcome,
): Write => ({
  update: keys.reminder(key),
  to: outcomeSet,
  if: '#claimId = :mine AND #status = :from',
  values: {
    ':status': status,
    ':reason': reason,
    ':messageId': messageId,
    ':at': at,
    ':mine': claimId,
    ':from': from,
  },
});
