import type { Correction } from '#domain/correction';
import type { CalendarDate } from '#domain/dates';
import { Refused } from '#domain/refused';
import { changedFields, cycleAfter } from '#domain/roster';
import type { ChangeKind, Worker } from '#domain/worker';
import type { Clock, WorkerStore } from '#flows/ports';
import { getWorker } from '#flows/show-workers';

export type ChangePorts = Readonly<{ workers: Pick<WorkerStore, 'get' | 'replace' | 'erase' | 'erased' | 'sweep'>; clock: Clock }>;

/** Who asks for it, and the id of their request: the change in the timeline carries both. */
export type By = Readonly<{ by: string; requestId: string }>;

/** Corrects fields, or ends a membership: an ended worker is in no partition any more and gets no text, at once. */
export const correctWorker = (workerId: string, correction: Correction, by: By, ports: ChangePorts): Promise<Worker> =>
  change(workerId, by, ports, (worker, at) => {
    const given = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined)) as Partial<Worker>;
    const corrected = { ...worker, ...given };
    const after = { ...corrected, cycle: cycleAfter(worker, corrected, at) };
    return { after, what: given.ended ? 'ended' : 'corrected', fields: changedFields(worker, after) };
  });

export const stopTexts = (workerId: string, until: CalendarDate | null, by: By, ports: ChangePorts): Promise<Worker> =>
  change(workerId, by, ports, (worker) => ({ after: { ...worker, stopped: { until } }, what: 'stopped', fields: ['stopped'] }));

export const resumeTexts = (workerId: string, by: By, ports: ChangePorts): Promise<Worker> =>
  change(workerId, by, ports, (worker) => ({ after: { ...worker, stopped: null }, what: 'resumed', fields: ['stopped'] }));

type Changed = Readonly<{ after: Worker; what: ChangeKind; fields: readonly string[] }>;

/** Every write of a worker is conditional on the one before, and worked out anew on conflict. What changes nothing is not written. */
async function change(
  workerId: string,
  { by, requestId }: By,
  ports: ChangePorts,
  make: (worker: Worker, at: string) => Changed,
): Promise<Worker> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const worker = await getWorker(workerId, ports.workers);
    const at = ports.clock.now();
    const { after, what, fields } = make(worker, at);
    if (JSON.stringify(after) === JSON.stringify(worker)) return worker;
    if (await ports.workers.replace(after, { workerId, id: requestId, at, by, what, fields, reason: after.ended?.reason ?? null }))
      return { ...after, rev: worker.rev + 1 };
  }
  throw new Refused('conflict', `Worker ${workerId} is being changed by others at this moment: try again`);
}

/** Forgets a person: everything kept under them goes, a tombstone keeps the next roster from bringing them back. Safe to repeat when it broke off. */
export async function eraseWorker(workerId: string, ports: ChangePorts): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if ((await ports.workers.erased([workerId])).has(workerId)) return ports.workers.sweep(workerId);
    const worker = await getWorker(workerId, ports.workers);
    if (await ports.workers.erase(worker, ports.clock.now())) return ports.workers.sweep(workerId);
  }
  throw new Refused('conflict', `Worker ${workerId} is being changed by others at this moment: try again`);
}
