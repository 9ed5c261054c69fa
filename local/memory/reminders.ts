import type { Outcome, Reminder, ReminderKey, ReminderStatus } from '#domain/sending/reminder';
import type { FreshRead, ReminderStore } from '#flows/sending/reminder-store';
import { attentionOf } from '#local/memory/attention';
import type { AtOnce } from '#local/memory/gate';
import { frozen, reminderAt, type State } from '#local/memory/state';

export const memoryReminders = (state: State): AtOnce<ReminderStore> => ({
  readFresh: (workerIds, { month, step }, rowsOf = workerIds) =>
    new Map(
      workerIds.map((workerId): [string, FreshRead] => {
        const unreadable = state.unreadable.get(workerId);
        const worker = unreadable ? undefined : state.workers.get(workerId);
        return [
          workerId,
          {
            worker,
            reminder: rowsOf.includes(workerId)
              ? state.reminders.get(reminderAt({ workerId, month, step }))
              : undefined,
            ...(unreadable ? { unreadable } : {}),
          },
        ];
      }),
    ),

  write(row, rev) {
    const stored = state.reminders.get(reminderAt(row));
    if (stored && !(stored.claimId === row.claimId && stored.status === row.status))
      return 'exists';
    if (!Object.is(revOf(state, row), rev)) return 'changed';
    put(state, row);
    return 'written';
  },

  record: (key, claimId, outcome) =>
    moveOn(state, { key, claimId, from: ['claimed', 'unknown'] }, outcome),

  release(key, claimId) {
    const stored = state.reminders.get(reminderAt(key));
    if (stored?.claimId !== claimId || stored.status !== 'claimed') return false;
    return state.reminders.delete(reminderAt(key));
  },

  presumeUnknown: (key, claimId, at) =>
    moveOn(
      state,
      { key, claimId, from: ['claimed'] },
      { status: 'unknown', reason: 'sender-stopped', messageId: null, at },
    ),

  list: (workerId) => state.reminders.alike('worker', workerId),

  deliver(seen, delivered) {
    const stored = state.reminders.get(reminderAt(seen));
    if (stored?.claimId !== seen.claimId || stored.status !== seen.status || stored.at !== seen.at)
      return false;
    for (const before of attentionOf(stored)) state.attention.delete(before.key);
    put(state, { ...stored, ...delivered });
    return true;
  },
});

const revOf = (state: State, { workerId }: ReminderKey): number | undefined =>
  (state.unreadable.get(workerId) ?? state.workers.get(workerId))?.rev;

type Claim = Readonly<{ key: ReminderKey; claimId: string; from: readonly ReminderStatus[] }>;

function moveOn(
  state: State,
  { key, claimId, from }: Claim,
  { status, reason, messageId, at }: Outcome,
): boolean {
  const stored = state.reminders.get(reminderAt(key));
  if (stored?.claimId !== claimId || !from.includes(stored.status)) return false;
  for (const before of attentionOf(stored)) state.attention.delete(before.key);
  put(state, { ...stored, status, reason, messageId, at });
  return true;
}

function put(state: State, row: Reminder): void {
  state.reminders.set(reminderAt(row), frozen(row));
  for (const { key, item } of attentionOf(row)) state.attention.set(key, frozen(item));
}
