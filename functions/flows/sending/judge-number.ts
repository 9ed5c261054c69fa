import pMap from 'p-map';
import { type DeliveryReceipt, failuresAfter } from '#domain/sending/delivery';
import type { Reminder } from '#domain/sending/reminder';
import type { WorkerStore } from '#flows/people/worker-store';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type NumberPorts = Readonly<{ workers: Pick<WorkerStore, 'get' | 'replace'> }>;

type Judged = Readonly<
  Record<'recorded' | 'repeated', readonly DeliveryReceipt[]> & { reminders: readonly Reminder[] }
>;

/**
 * After the reminders: receipts that come again after a crash are judged though they move nothing.
 * One older than an arrival says nothing, nor does an arrival told again after a failure.
 */
export async function judgeNumber(
  workerIds: readonly string[],
  { recorded, repeated, reminders }: Judged,
  { workers }: NumberPorts,
): Promise<void> {
  const arrived = lastOf('delivered', reminders);
  const failed = lastOf('undelivered', reminders);
  if (failed === '') return;
  const again = repeated.filter(({ status, at }) => status === 'undelivered' || at >= failed);
  const telling = [...recorded, ...again]
    .filter(({ at }) => at >= arrived)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  if (telling.length === 0) return;
  await pMap(workerIds, (workerId) => carry(workerId, telling, workers), { concurrency: 10 });
}

/** When the last receipt of this kind came; before everything where none has. */
const lastOf = (wanted: DeliveryReceipt['status'], reminders: readonly Reminder[]): string =>
  reminders
    .flatMap(({ status, at }) => (status === wanted ? at : []))
    .sort()
    .at(-1) ?? '';

async function carry(
  workerId: string,
  receipts: readonly DeliveryReceipt[],
  workers: NumberPorts['workers'],
): Promise<void> {
  await retryOnConflict(
    async () => {
      const worker = (await workers.get([workerId])).get(workerId);
      // Erased, or corrected to another number.
      if (!worker || worker.phone !== receipts[0]?.phone) return false;
      const { phoneFailures, lastFailure } = receipts.reduce(failuresAfter, worker);
      if (worker.phoneFailures === phoneFailures && worker.lastFailure === lastFailure)
        return false;
      const judged = { ...worker, phoneFailures, lastFailure };
      return (await workers.replace(judged, null)) || undefined;
    },
    () => neverJudged(workerId),
  );
}

function neverJudged(workerId: string): never {
  throw new Error(
    `Whether the number of ${workerId} is dead could not be kept: others wrote them ten times ` +
      'meanwhile',
  );
}
