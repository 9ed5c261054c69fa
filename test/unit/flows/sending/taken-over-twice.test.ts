import { expect, it } from 'vitest';
import type { ReminderStatus } from '#domain/sending/reminder';
import { reminderRow } from '#domain/sending/reminder-row';
import { runIdOf } from '#domain/sending/slice';
import { sendReminders } from '#flows/sending/send-reminders';
import { reminderAt } from '#local/memory/state';
import { aMorning, later, nine, theSlice, workersNamed } from '../given.ts';
import { settings } from '../settings.ts';

const nothing = () => undefined;
const death = () => {
  throw new Error('the process dies');
};

/** Two in flight, and a slow sender who writes the first row just as another has taken over. */
async function takenOver(status: ReminderStatus) {
  const [slow, other] = workersNamed(2);
  if (!slow || !other) throw new Error('There are two workers');
  const { memory, meanwhile } = await aMorning({ workers: [slow, other] });
  const inFlight = [slow.workerId, other.workerId];
  const held = { inFlight, reserved: 5_280, holder: 'slow', leaseUntil: nine };
  const booking = { month: '2026-11', release: 0, spend: 0, limit: null };
  await memory.slices.save({ ...theSlice(memory), ...held }, { ...booking, reserve: 5_280 });
  const slice = theSlice(memory);
  const signed = { holder: 'slow', month: slice.month, runId: runIdOf(slice), now: nine, settings };
  const row = reminderRow(
    slow,
    { status, reason: null, parts: 1 },
    { ...signed, step: slice.step, planVersion: 1 },
  );
  meanwhile('reminders.readFresh', nothing);
  meanwhile('reminders.readFresh', () => memory.state.reminders.set(reminderAt(row), row));
  return { memory, meanwhile, slice };
}

it.each<[ReminderStatus, object]>([
  ['claimed', { sent: 1, unknown: 1 }],
  ['sent', { sent: 2 }],
])(
  'a row of a slow sender, %s while another took over and died in turn, is counted and paid for',
  async (status, counts) => {
    const { memory, meanwhile, slice } = await takenOver(status);
    // The lease, the note of who is in flight, and the end.
    for (const act of [nothing, nothing, death]) meanwhile('slices.save', act);
    await expect(sendReminders(slice, 'second', memory, settings)).rejects.toThrow('dies');
    later(memory, 95);
    expect(await sendReminders(slice, 'third', memory, settings)).toBe('finished');
    expect(theSlice(memory).counts).toEqual(counts);
    expect(await memory.slices.budget('2026-11')).toEqual({ committed: 5_280, spent: 5_280 });
  },
);
