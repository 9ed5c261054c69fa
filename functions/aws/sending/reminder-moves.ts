import { type Database, type Write, write } from '#aws/database';
import { getRow } from '#aws/reading';
import { moved, readReminder } from '#aws/sending/reminder-rows';
import {
  needsAttention,
  type Outcome,
  type Reminder,
  type ReminderKey,
  type ReminderStatus,
} from '#domain/sending/reminder';
import { keys } from '#table';

type Claim = Readonly<{ key: ReminderKey; claimId: string; from: readonly ReminderStatus[] }>;

/** A sent text costs one write; an attention item comes or goes in one transaction. */
export async function moveOn(database: Database, claim: Claim, outcome: Outcome): Promise<boolean> {
  if (!needsAttention(outcome) && (await write(database, moving(claim, 'claimed', outcome))).done)
    return true;
  const before = readReminder(await getRow(database, keys.reminder(claim.key)));
  if (before?.claimId !== claim.claimId || !claim.from.includes(before.status)) return false;
  const written = await write(
    database,
    moving(claim, before.status, outcome),
    ...moved(before, { ...before, ...outcome }),
  );
  // Somebody else moved it on between our read and our write. It only ever moves on, so this ends.
  return written.done || moveOn(database, claim, outcome);
}

const outcomeSet = 'SET #status = :status, #reason = :reason, #messageId = :messageId, #at = :at';

const moving = ({ key, claimId }: Claim, from: ReminderStatus, outcome: Outcome): Write => ({
  update: keys.reminder(key),
  to: outcomeSet,
  if: '#claimId = :mine AND #status = :from',
  values: { ...outcomeValues(outcome), ':mine': claimId, ':from': from },
});

/** The same status at another time raised another attention item. */
export const delivering = (seen: Reminder, after: Reminder): Write => ({
  update: keys.reminder(seen),
  to: `${outcomeSet}, #parts = :parts, #priceUsd = :priceUsd`,
  if: '#claimId = :mine AND #status = :from AND #at = :since',
  values: {
    ...outcomeValues(after),
    ...{ ':parts': after.parts, ':priceUsd': after.priceUsd },
    ...{ ':mine': seen.claimId, ':from': seen.status, ':since': seen.at },
  },
});

const outcomeValues = ({ status, reason, messageId, at }: Outcome | Reminder) => ({
  ':status': status,
  ':reason': reason,
  ':messageId': messageId,
  ':at': at,
});
