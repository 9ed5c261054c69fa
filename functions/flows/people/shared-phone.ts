import pMap from 'p-map';
import type { CalendarDate } from '#domain/calendar/dates';
import { toStop } from '#domain/people/shared-phone';
import type { Worker } from '#domain/people/worker';
import { type By, type ChangePorts, stopTexts } from '#flows/people/change-worker';
import type { WorkerStore } from '#flows/people/worker-store';

type SharingPorts = Readonly<{ workers: Pick<WorkerStore, 'byPhone' | 'get'> }>;

/** `count`: how many others have the phone. `items`: the first of them, to be shown. */
export type Sharing = Readonly<{
  count: number;
  items: readonly Pick<Worker, 'workerId' | 'name' | 'stopped'>[];
}>;

/** A village may have one phone. */
const shownAtMost = 20;

export async function sharingPhone(worker: Worker, ports: SharingPorts): Promise<Sharing> {
  const ids = await idsSharing(worker, ports);
  const shown = await withPhone(worker, ids.slice(0, shownAtMost), ports);
  return {
    count: ids.length,
    items: shown.map(({ workerId, name, stopped }) => ({ workerId, name, stopped })),
  };
}

/** The same for everyone else who has the phone now. Answers how many. Safe to repeat. */
export async function stopSharing(
  worker: Worker,
  until: CalendarDate | null,
  by: By,
  ports: ChangePorts & SharingPorts,
): Promise<number> {
  const ids = await idsSharing(worker, ports);
  const others = toStop(await withPhone(worker, ids, ports), until, ports.clock.now());
  await pMap(others, ({ workerId }) => stopTexts(workerId, until, by, ports), { concurrency: 10 });
  return others.length;
}

async function idsSharing(
  { workerId, phone }: Worker,
  { workers }: SharingPorts,
): Promise<readonly string[]> {
  const ids = phone === null ? [] : await workers.byPhone(phone);
  return ids.filter((id) => id !== workerId);
}

/** The index lags behind: only workers who still have the phone. */
const withPhone = async (
  { phone }: Worker,
  ids: readonly string[],
  { workers }: SharingPorts,
): Promise<readonly Worker[]> =>
  [...(await workers.get(ids)).values()].filter((each) => each.phone === phone);
