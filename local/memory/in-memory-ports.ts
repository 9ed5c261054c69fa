import type { Instant } from '#domain/calendar/dates';
import type { Identity } from '#flows/people/worker-store';
import type { Clock } from '#flows/ports';
import { memoryAttention } from '#local/memory/attention';
import { memoryAuditLog } from '#local/memory/audit';
import { memoryClosings } from '#local/memory/closings';
import { memoryConfirmations } from '#local/memory/confirmations';
import { memoryCounts, mostAtOnce } from '#local/memory/counts';
import { type Gate, gatedBy } from '#local/memory/gate';
import {
  memoryImportAddresses,
  memoryImportFiles,
  memoryPieceQueue,
} from '#local/memory/import-files';
import { memoryImports } from '#local/memory/imports';
import {
  memoryDeadLetters,
  memoryMetrics,
  memoryPulse,
  memoryQueue,
  memoryReceipts,
  memorySchedules,
  memorySms,
} from '#local/memory/outside';
import { memoryPayments } from '#local/memory/payments';
import { memoryRecounts, memoryTable } from '#local/memory/recounts';
import { memoryReminders } from '#local/memory/reminders';
import {
  memoryLayout,
  memoryPlans,
  memoryRateLimit,
  memorySlices,
  memoryTrials,
} from '#local/memory/runs';
import { memorySamples } from '#local/memory/samples';
import { sleepers } from '#local/memory/sleepers';
import { emptyState } from '#local/memory/state';
import { memoryErasures, memoryRelocations, memoryWorkers } from '#local/memory/workers';

export type InMemoryPorts = ReturnType<typeof inMemoryPorts>;

type Options = Readonly<{ now?: Instant; shards?: number; gate?: Gate }>;

/**
 * All ports of the flows over plain Maps; nothing happens by itself or by chance, and time moves
 * for who sleeps alone. A call takes effect at one moment, between its two gates, and what is
 * stored is frozen. test/contract holds
 * these ports and those over DynamoDB to the same behaviour.
 */
export function inMemoryPorts({
  now = '2026-11-11T02:00:00.000Z',
  shards = 4,
  gate,
}: Options = {}) {
  const state = emptyState(now, shards);
  const gated = gatedBy(gate);
  const asleep = sleepers(state);
  const elapse = (milliseconds: number) =>
    asleep.sleepUntil(Date.parse(state.now) + Math.round(milliseconds));
  const clock: Clock = {
    now: () => state.now,
    sleep: elapse,
  };
  return {
    state,
    clock,
    workers: gated('workers', memoryWorkers(state, shards)),
    erasures: gated('erasures', memoryErasures(state)),
    relocations: gated('relocations', memoryRelocations(state)),
    reminders: gated('reminders', memoryReminders(state)),
    slices: gated('slices', memorySlices(state)),
    samples: gated('samples', memorySamples(state)),
    trials: gated('trials', memoryTrials(state)),
    rateLimit: gated('rateLimit', memoryRateLimit(state)),
    plans: gated('plans', memoryPlans(state)),
    layout: gated('layout', memoryLayout(state)),
    payments: gated('payments', memoryPayments(state)),
    closings: gated('closings', memoryClosings(state)),
    confirmations: gated('confirmations', memoryConfirmations(state, shards)),
    counts: { ...gated('counts', memoryCounts(state)), most: mostAtOnce },
    recounts: gated('recounts', memoryRecounts(state)),
    imports: gated('imports', memoryImports(state)),
    files: gated('files', memoryImportFiles(state)),
    addresses: gated('addresses', memoryImportAddresses()),
    pieces: gated('pieces', memoryPieceQueue(state)),
    table: gated('table', memoryTable(state)),
    attention: gated('attention', memoryAttention(state)),
    auditLog: gated('auditLog', memoryAuditLog(state)),
    sms: gated('sms', memorySms(state)),
    queue: gated('queue', memoryQueue(state)),
    schedules: gated('schedules', memorySchedules(state)),
    deadLetters: gated('deadLetters', memoryDeadLetters(state)),
    receipts: gated('receipts', memoryReceipts(state)),
    pulse: gated('pulse', memoryPulse(state)),
    metrics: memoryMetrics(state),
    identity,
  };
}

/** The NIK padded, not hashed, so that a failing test is readable: 9972… → wrk_9972… */
const identity: Identity = { workerIdOf: (nik) => `wrk_${nik.padEnd(20, '0').slice(0, 20)}` };
