import { addSeconds, type Instant } from '#domain/calendar/dates';
import type { WorkerStore } from '#flows/people/worker-store';
import type { Clock } from '#flows/ports';
import type { Metrics } from '#flows/sending/sms-port';

export type ErasureStore = {
  /** Those whose sweep has not come to its end; strongly consistent. */
  unfinished(): Promise<readonly Readonly<{ workerId: string; at: Instant }>[]>;
};

export type FinishPorts = Readonly<{
  erasures: ErasureStore;
  workers: Pick<WorkerStore, 'sweep'>;
  metrics: Metrics;
  clock: Clock;
}>;

/** Of persons who are told to be gone. Safe to repeat; answers how many were finished. */
export async function finishErasures(ports: FinishPorts): Promise<number> {
  const { erasures, workers, metrics, clock } = ports;
  const longAgo = addSeconds(clock.now(), -graceSeconds);
  const broken = (await erasures.unfinished()).filter(({ at }) => at <= longAgo);
  for (const { workerId } of broken) await workers.sweep(workerId);
  metrics.count('erasures-finished', broken.length);
  return broken.length;
}

/** The call that erases ends within 29 seconds: it is not at it any more. */
const graceSeconds = 60;
