import type { Worker } from '#domain/people/worker';
import { firstPlan } from '#domain/plan/first-plan';
import type { SliceKey } from '#domain/sending/slice';
import { slicesOf } from '#flows/sending/plan-run';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { frozen, type NextAnswer, sliceAt } from '#local/memory/state';
import { settings } from '../unit/flows/settings.ts';
import type { Gate } from './interleave.ts';
import { logged } from './sending-log.ts';
import { siti } from './sending-people.ts';

export const scheduledAt = '2026-11-11T02:00:00.000Z';
export const key: SliceKey = {
  zone: 'Asia/Jakarta',
  date: '2026-11-11',
  time: '09:00',
  step: 'before',
  month: '2026-11',
  shard: 0,
};

/**
 * A second before nine on Wednesday 11 November 2026 in Jakarta, these workers, and a log of acts.
 */
export function makeWorld(gate: Gate, { workers = [siti], answers = [], planned }: Begun) {
  const memory = inMemoryPorts({
    now: '2026-11-11T01:59:59.000Z',
    shards: 1,
    gate: (operation, when) => (when === 'before' ? gate(operation) : Promise.resolve()),
  });
  memory.state.plans.push(planned.version);
  for (const worker of workers) memory.state.workers.set(worker.workerId, worker);
  memory.state.answers.push(...answers);
  for (const slice of planned.slices) memory.state.slices.set(sliceAt(slice), slice);
  return { memory, log: logged(memory) };
}

/** Made once for all schedules: what is stored is frozen. */
export function plannedWith(monthlyBudgetRupiah: number | null) {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: 0, monthlyBudgetRupiah };
  const version = { plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' };
  const slices = slicesOf({ zone: key.zone, time: key.time, scheduledAt }, plan, settings);
  return frozen({ version, slices });
}

export type Setting = Readonly<{
  workers?: readonly Worker[];
  answers?: readonly NextAnswer[];
  budget?: number | null;
}>;
type Begun = Setting & Readonly<{ planned: ReturnType<typeof plannedWith> }>;
