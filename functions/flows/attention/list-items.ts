import type { WorkerView } from '#domain/people/worker-view';
import type { PlannedStep } from '#domain/plan/planned';
import type { Settings } from '#domain/settings';
import type {
  AttentionAsked,
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import { viewsOf } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import { withPlanned } from '#flows/plan/planned-steps';
import type { Clock, Page } from '#flows/ports';

type Ports = Readonly<{
  attention: Pick<AttentionStore, 'list'>;
  plans: Pick<PlanReader, 'version' | 'current'>;
  workers: Pick<WorkerStore, 'get'>;
  clock: Clock;
}>;

type Asked = AttentionAsked &
  Readonly<{ kind: AttentionKind; cursor: string | null; withWorkers: boolean }>;

type Sent = AttentionItem & PlannedStep;

/**
 * What is about texts says where their step stood when they were sent, and whom to call: whoever
 * has paid meanwhile need not be called any more.
 */
export async function listItems(
  { kind, cursor, withWorkers, ...asked }: Asked,
  ports: Ports,
  settings: Settings,
): Promise<Page<AttentionItem>> {
  const { items, next } = await ports.attention.list(kind, cursor, asked);
  const [told, workers] = await Promise.all([
    items.every(isSent) ? withPlanned(items, ports.plans) : items,
    // A missed slice is about many.
    withWorkers && kind !== 'missed' ? workersOf(items, ports, settings) : null,
  ]);
  if (!workers) return { items: told, next };
  return {
    items: told.map((item) => ({ ...item, worker: workers.get(idOf(item)) ?? null })),
    next,
  };
}

const isSent = (item: AttentionItem): item is Sent => typeof item.planVersion === 'number';

const idOf = ({ workerId }: AttentionItem): string => String(workerId);

/** What a person needs to know for a call. */
export type Callee = Pick<WorkerView, 'name' | 'phone' | 'coverage' | 'owed'>;

async function workersOf(
  items: readonly AttentionItem[],
  ports: Pick<Ports, 'workers' | 'plans' | 'clock'>,
  settings: Settings,
): Promise<ReadonlyMap<string, Callee>> {
  const ids = items.flatMap(({ workerId }) => (typeof workerId === 'string' ? [workerId] : []));
  if (ids.length === 0) return new Map();
  const reading = ports.workers.get([...new Set(ids)]);
  const shown = await viewsOf(
    reading.then((found) => [...found.values()]),
    ports,
    settings,
  );
  return new Map(
    shown.map(({ workerId, name, phone, coverage, owed }) => [
      workerId,
      { name, phone, coverage, owed },
    ]),
  );
}
