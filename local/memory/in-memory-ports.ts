import type { Instant } from '#domain/calendar/dates';
import type { Identity } from '#flows/people/worker-store';
import type { Clock } from '#flows/ports';
import { memoryAttention } from '#local/memory/attention';
import { memoryAuditLog } from '#local/memory/audit';
import { memoryConfirmations } from '#local/memory/confirmations';
import { memoryCounts, mostAtOnce } from '#local/memory/counts';
import { type Gate, gatedBy } from '#local/memory/gate';
import {
  memoryDeadLetters,
  memoryMetrics,
  memoryQueue,
  memorySchedules,
  memorySms,
} from '#local/memory/outside';
import { memoryPayments } from '#local/memory/payments';
import { memoryRecounts } from '#local/memory/recounts';
import { memoryReminders } from '#local/memory/reminders';
import { memoryLayout, memoryPlans, memoryRateLimit, memorySlices } from '#local/memory/runs';
import { emptyState } from '#local/memory/state';
import { memoryWorkers } from '#local/memory/workers';

export type InMemoryPorts = ReturnType<typeof inMemoryPorts>;

type Options = Readonly<{ now?: Instant; shards?: number; gate?: Gate }>;

/**
 * All that the flows need of the world, kept in plain Maps: nothing happens by itself, by chance or in time. Each call of a port takes effect at one
 * moment, between the two gates it passes; what is stored is frozen. The suite that holds the stores over DynamoDB holds this one too.
 */
export function inMemoryPorts({
  now = '2026-11-11T02:00:00.000Z',
  shards = 4,
  gate,
}: Options = {}) {
  const state = emptyState(now);
  const gated = gatedBy(gate);
  const clock: Clock = {
    now: () => state.now,
    ...gated('clock', {
      sleep: (milliseconds: number) => {
        state.now = new Date(Date.parse(state.now) + milliseconds).toISOString();
      },
    }),
  };
  return {
    state,
    clock,
    workers: gated('workers', memoryWorkers(state, shards)),
    reminders: gated('reminders', memoryReminders(state)),
    slices: gated('slices', memorySlices(state)),
    rateLimit: gated('rateLimit', memoryRateLimit(state)),
    plans: gated('plans', memoryPlans(state)),
    layout: gated('stage', memoryLayout(state)),
    payments: gated('payments', memoryPayments(state)),
    confirmations: gated('confirmations', memoryConfirmations(state)),
    counts: { ...gated('counts', memoryCounts(state)), most: mostAtOnce },
    recounts: gated('recounts', memoryRecounts(state)),
    attention: gated('attention', memoryAttention(state)),
    auditLog: gated('watchdog', memoryAuditLog(state)),
    sms: gated('sms', memorySms(state)),
    queue: gated('queue', memoryQueue(state)),
    schedules: gated('schedules', memorySchedules(state)),
    deadLetters: gated('deadLetters', memoryDeadLetters(state)),
    metrics: memoryMetrics(state),
    identity,
  };
}

/** The last 12 digits of the NIK stand for its hash, so that a failing test can be read: 3372015708950000 → wrk_3372 0157 0895 0000 0000. */
const identity: Identity = { workerIdOf: (nik) => `wrk_${nik.padEnd(20, '0').slice(0, 20)}` };
