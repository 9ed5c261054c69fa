import type { DeadLetters } from '#flows/attention/attention-store';
import type { ScheduleStore } from '#flows/plan/schedule-store';
import type { Pulse, ReceiptWatch } from '#flows/sending/silence-stores';
import type { SliceQueue } from '#flows/sending/slice-store';
import type { Metrics, Sent, Sms } from '#flows/sending/sms-port';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

export const memorySms = (state: State): AtOnce<Sms> => ({
  send({ phone, text }): Sent {
    const answer = state.answers.shift() ?? { status: 'sent' };
    if (answer.status === 'sent' || (answer.status === 'unknown' && answer.left))
      state.outbox.push(frozen({ phone, text, at: state.now }));
    return answer.status === 'sent'
      ? { status: 'sent', messageId: `msg_${state.outbox.length}` }
      : { status: answer.status, reason: `made up: ${answer.status}` };
  },
});

export const memoryQueue = (state: State): AtOnce<SliceQueue> => ({
  put(keys, delaySeconds = 0) {
    for (const { zone, date, time, step, month, shard } of keys)
      state.queued.push(frozen({ key: { zone, date, time, step, month, shard }, delaySeconds }));
  },
});

export const memorySchedules = (state: State): AtOnce<ScheduleStore> => ({
  list: () => [...state.schedules].map(([name, { intact }]) => ({ name, intact })),

  put(schedule) {
    state.schedules.set(schedule.name, frozen({ schedule, intact: true }));
  },

  remove(name) {
    state.schedules.delete(name);
  },
});

export const memoryDeadLetters = (state: State): AtOnce<DeadLetters> => ({
  list: () => [...state.deadLetters].map(([queue, count]) => ({ queue, count })),
});

export const memoryReceipts = (state: State): AtOnce<ReceiptWatch> => ({
  textsLeft(texts, begun) {
    if (state.receiptAt !== null && state.receiptAt >= begun) return;
    const { since, texts: before } = state.awaited ?? { since: begun, texts: 0 };
    state.awaited = { since, texts: before + texts };
  },

  receiptCame(at) {
    state.receiptAt = at;
    state.awaited = null;
  },

  awaited: () => state.awaited,
});

export const memoryPulse = (state: State): AtOnce<Pulse> => ({
  beat(at) {
    state.pulse = at;
  },
});

export const memoryMetrics = (state: State): Metrics => ({
  count(name, value) {
    state.counted.set(name, (state.counted.get(name) ?? 0) + value);
  },
});
