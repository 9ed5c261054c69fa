import { textFingerprint } from '#domain/messages/text-mark';
import type { Worker } from '#domain/people/worker';
import { firstPlan } from '#domain/plan/first-plan';
import type { SliceKey } from '#domain/sending/slice';
import { emptyTrial, type Trial } from '#domain/sending/trial';
import { slicesOf } from '#flows/sending/plan-run';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { frozen, type NextAnswer, sliceAt, trialAt } from '#local/memory/state';
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
export function makeWorld(gate: Gate, { workers = [siti], answers = [], trial, planned }: Begun) {
  const memory = inMemoryPorts({
    now: '2026-11-11T01:59:59.000Z',
    shards: planned.slices.length,
    gate: (operation, when) => (when === 'before' ? gate(operation) : Promise.resolve()),
  });
  memory.state.plans.push(planned.version);
  for (const worker of workers) memory.state.workers.set(worker.workerId, worker);
  memory.state.answers.push(...answers);
  for (const slice of planned.slices) memory.state.slices.set(sliceAt(slice), slice);
  if (trial) memory.state.trials.set(trialAt(planned.trial), { ...planned.trial, ...trial });
  return { memory, log: logged(memory) };
}

/** Made once for all schedules: what is stored is frozen. */
export function plannedWith(
  monthlyBudgetRupiah: number | null,
  shards: number,
  onlyTo: readonly string[] | null,
) {
  const rules = { holdoutPercent: 0, monthlyBudgetRupiah, onlyTo: onlyTo && [...onlyTo] };
  const plan = { ...firstPlan({ paused: false }), ...rules };
  const version = { plan, savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'test' };
  const firing = { zone: key.zone, time: key.time, scheduledAt };
  const slices = slicesOf(firing, plan, { ...settings, shards });
  const [step] = plan.steps;
  if (step?.id !== key.step) throw new Error(`The plan does not begin with ${key.step}`);
  const trial = { date: key.date, step: key.step, text: textFingerprint(step), planVersion: 1 };
  return frozen({ version, slices, trial: emptyTrial(trial) });
}

export type Setting = Readonly<{
  workers?: readonly Worker[];
  answers?: readonly NextAnswer[];
  budget?: number | null;
  shards?: number;
  /** Of the plan, until it is taken off. */
  onlyTo?: readonly string[];
  /** What others have done before. */
  trial?: Partial<Trial>;
}>;
type Begun = Setting & Readonly<{ planned: ReturnType<typeof plannedWith> }>;
