import { beginsWith, plainName } from '#domain/people/plain-name';
import type { Worker } from '#domain/people/worker';
import { type WorkerView, workerView } from '#domain/people/worker-view';
import { rulesOf } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import type { Identity, WorkerStore } from '#flows/people/worker-store';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { SliceStore } from '#flows/sending/slice-store';

export type ShowPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'byPhone' | 'named' | 'timeline'>;
  plans: PlanReader;
  slices: Pick<SliceStore, 'budget'>;
  clock: Clock;
}>;

export type Sought =
  | Readonly<{ phone: string }>
  | Readonly<{ nik: string }>
  | Readonly<{ workerId: string }>
  | Named;

/** `group`: how it begins, in any spelling. */
type Named = Readonly<{ name: string; province: string; group?: string | undefined }>;

/** `more`: others have such a name as well, and only more of it finds them. */
export type Found = Readonly<{ items: readonly WorkerView[]; more: boolean }>;

/** A family may share a phone. An identity is asked for only where a NIK is looked for. */
export async function findWorkers(
  sought: Sought,
  ports: ShowPorts & Readonly<{ identity: () => Promise<Identity> }>,
  settings: Settings,
): Promise<Found> {
  if ('name' in sought) return findNamed(sought, ports, settings);
  const idsOf = async () => {
    if ('phone' in sought) return ports.workers.byPhone(sought.phone);
    return ['nik' in sought ? (await ports.identity()).workerIdOf(sought.nik) : sought.workerId];
  };
  const found = async () => [...(await ports.workers.get(await idsOf())).values()];
  return { items: await viewsOf(found(), ports, settings), more: false };
}

const pageSize = 50;

/** Of those who have such a name so many are looked at for the group. */
const candidates = 200;

async function findNamed(
  { name, province, group }: Named,
  ports: ShowPorts,
  settings: Settings,
): Promise<Found> {
  const [plain, plainGroup] = [plainName(name), plainName(group ?? '')];
  const limit = group === undefined ? pageSize : candidates;
  const { ids, more } = await ports.workers.named(province, plain, limit);
  const found = await ports.workers.get(ids);
  // The index lags behind: somebody may have another name by now, or another group.
  const named = ids
    .flatMap((id) => found.get(id) ?? [])
    .filter((worker) => worker.province === province && beginsWith(worker.name, plain))
    .filter((worker) => beginsWith(worker.group ?? '', plainGroup));
  const items = await viewsOf(Promise.resolve(named.slice(0, pageSize)), ports, settings);
  return { items, more: more || named.length > pageSize };
}

export async function getWorker(
  workerId: string,
  workers: Pick<WorkerStore, 'get'>,
): Promise<Worker> {
  const worker = (await workers.get([workerId])).get(workerId);
  if (!worker) throw nobody(workerId);
  return worker;
}

export const nobody = (workerId: string): Refused =>
  refused('not-found', problem('no-such-worker', { workerId }));

type ViewPorts = Readonly<{ plans: Pick<PlanReader, 'current'>; clock: Clock }>;

export const views = (
  workers: readonly Worker[],
  ports: ViewPorts,
  settings: Settings,
): Promise<readonly WorkerView[]> => viewsOf(Promise.resolve(workers), ports, settings);

/** The plan is read meanwhile. */
export async function viewsOf(
  reading: Promise<readonly Worker[]>,
  ports: ViewPorts,
  settings: Settings,
): Promise<readonly WorkerView[]> {
  const [workers, terms] = await Promise.all([reading, currentTerms(ports, settings)]);
  return workers.map((worker) => workerView(worker, ports.clock.now(), terms));
}

export async function currentTerms({ plans }: Pick<ViewPorts, 'plans'>, settings: Settings) {
  const plan = await currentPlan(plans);
  return { plan, rules: rulesOf(plan, settings) };
}
