import { type CalendarDate, localDate } from '#domain/calendar/dates';
import { type Moved, withCreditSpent } from '#domain/payments/credit';
import { type Correction, changedMeanwhile, stopsNothing } from '#domain/people/correction';
import { leaving } from '#domain/people/cycles/cycle';
import { closeCycle, cycleAfter } from '#domain/people/cycles/next-cycle';
import { changedFields, faultOfEnd, phoneFailuresAfter } from '#domain/people/roster/roster';
import { type ChangeKind, type Worker, zoneOfWorker } from '#domain/people/worker';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { getWorker } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type ChangePorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'known' | 'replace' | 'erase' | 'sweep'>;
  clock: Clock;
}>;

/** `by`: the user's id. The change in the timeline carries all three. */
export type By = Readonly<{ by: string; byName?: string; requestId: string }>;

/** Corrects fields, or ends a membership: an ended worker is in no partition and gets no text. */
export async function correctWorker(
  workerId: string,
  correction: Correction,
  by: By,
  ports: ChangePorts & Readonly<{ plans: Pick<PlanReader, 'current'> }>,
  settings: Settings,
): Promise<Worker> {
  const rules = await currentRules(ports.plans, settings);
  return change(workerId, by, ports, (worker, at) => {
    const others = changedMeanwhile(worker, correction);
    if (others.length > 0)
      throw refused(
        'conflict',
        ...others.map((path) => ({ path, ...problem('changed-meanwhile') })),
      );
    const { was: _, ...wanted } = correction;
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    const corrected: Worker = { ...worker, ...Object.fromEntries(given) };
    refuseEnd(corrected, correction, at);
    const phoneFailures = phoneFailuresAfter(worker, corrected);
    const after = cycleAfter(worker, { ...corrected, phoneFailures }, at, rules);
    const fields = changedFields(worker, after.worker);
    const what = correction.ended ? 'ended' : 'corrected';
    return fields.length === 0
      ? { worker, what, fields }
      : { ...withCreditSpent(after, at, rules), what, fields };
  });
}

/** Not of what a roster had said before: it must not stand in the way of another correction. */
function refuseEnd(worker: Worker, { ended, memberSince }: Correction, at: string): void {
  const fault = ended || memberSince ? faultOfEnd(worker, at) : null;
  if (fault) throw refused('invalid', { path: ended ? 'ended.on' : 'memberSince', ...fault });
}

export const stopTexts = (
  workerId: string,
  until: CalendarDate | null,
  by: By,
  ports: ChangePorts,
): Promise<Worker> =>
  change(workerId, by, ports, (worker, at) => {
    const over = stopsNothing(until, worker, at);
    if (over) throw refused('invalid', { path: 'until', ...over });
    return { worker: { ...worker, stopped: { until } }, what: 'stopped', fields: ['stopped'] };
  });

export const resumeTexts = (workerId: string, by: By, ports: ChangePorts): Promise<Worker> =>
  change(workerId, by, ports, (worker) => ({
    worker: { ...worker, stopped: null },
    what: 'resumed',
    fields: ['stopped'],
  }));

type Changed = Readonly<{ worker: Worker; what: ChangeKind; fields: readonly string[] }> &
  Partial<Moved>;

function change(
  workerId: string,
  { by, byName, requestId }: By,
  ports: ChangePorts,
  make: (worker: Worker, at: string) => Changed,
): Promise<Worker> {
  return retryOnConflict(async () => {
    const worker = await getWorker(workerId, ports.workers);
    const at = ports.clock.now();
    const { worker: after, closed = [], credit = [], what, fields } = make(worker, at);
    if (JSON.stringify(after) === JSON.stringify(worker)) return worker;
    const reason = after.ended?.reason ?? null;
    const entry = { workerId, id: requestId, at, by, byName, what, fields, reason };
    return (await ports.workers.replace(after, entry, { closed, credit }))
      ? { ...after, rev: worker.rev + 1 }
      : undefined;
  }, changedByOthers(workerId));
}

const changedByOthers = (workerId: string) => (): never => {
  throw refused('conflict', problem('worker-busy', { workerId }));
};

/** A tombstone keeps the next roster from bringing the person back. Safe to repeat. */
export async function eraseWorker(
  workerId: string,
  { workers, clock }: ChangePorts,
): Promise<void> {
  const erased =
    (await takeAway(workerId, { workers, clock })) ||
    (await workers.known([workerId])).get(workerId) === 'erased';
  if (!erased) throw refused('not-found', problem('no-such-worker', { workerId }));
  await workers.sweep(workerId);
}

/** They leave their cohort today. False where the worker is not stored. */
const takeAway = (workerId: string, { workers, clock }: ChangePorts): Promise<boolean> =>
  retryOnConflict<boolean>(async () => {
    const worker = (await workers.get([workerId])).get(workerId);
    const at = clock.now();
    // A row that cannot be read is a person's all the same.
    if (!worker) return workers.erase(workerId, at);
    const closed = closeCycle(worker, leaving(localDate(zoneOfWorker(worker), at)));
    return (await workers.erase(workerId, at, { rev: worker.rev, closed })) || undefined;
  }, changedByOthers(workerId));
