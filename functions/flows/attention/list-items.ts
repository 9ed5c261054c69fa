import type { WorkerView } from '#domain/people/worker-view';
import type { PlannedStep } from '#domain/plan/planned';
import type { Settings } from '#domain/settings';
import type {
  AttentionAsked,
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import type { Payer } from '#flows/people/payers';
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
  Readonly<{ kind: AttentionKind; cursor: string | null; isForAdmin: boolean }>;

type Sent = AttentionItem & PlannedStep;

/**
 * What is about texts says where their step stood when they were sent, and whom to call: whoever
 * has paid meanwhile need not be called any more. Finance is told who paid, and of texts nobody.
 */
export async function listItems(
  { kind, cursor, isForAdmin, ...asked }: Asked,
  ports: Ports,
  settings: Settings,
): Promise<Page<AttentionItem>> {
  const { items, next } = await ports.attention.list(kind, cursor, asked);
  const [told, workers] = await Promise.all([
    items.every(isSent) ? withPlanned(items, ports.plans) : items,
    // A missed slice is about many.
    kind !== 'missed' && (isForAdmin || kind === 'flagged')
      ? workersOf(items, ports, settings)
      : null,
  ]);
  if (!workers) return { items: told, next };
  const toldOf = isForAdmin ? callee : payer;
  return {
    items: told.map((item) => {
      const worker = workers.get(idOf(item));
      return { ...item, worker: worker ? toldOf(worker) : null };
    }),
    next,
  };
}

const isSent = (item: AttentionItem): item is Sent => typeof item.planVersion === 'number';

const idOf = ({ workerId }: AttentionItem): string => String(workerId);

/** What a person needs to know for a call. */
export type Callee = Payer & Pick<WorkerView, 'phone' | 'coverage' | 'owed'>;

const callee = ({ name, phone, coverage, owed, credit }: WorkerView): Callee => ({
  ...{ name, phone, coverage, owed, credit },
});

const payer = ({ name, credit }: WorkerView): Payer => ({ name, credit });

async function workersOf(
  items: readonly AttentionItem[],
  ports: Pick<Ports, 'workers' | 'plans' | 'clock'>,
  settings: Settings,
): Promise<ReadonlyMap<string, WorkerView>> {
  const ids = items.flatMap(({ workerId }) => (typeof workerId === 'string' ? [workerId] : []));
  if (ids.length === 0) return new Map();
  const reading = ports.workers.get([...new Set(ids)]);
  const shown = await viewsOf(
    reading.then((found) => [...found.values()]),
    ports,
    settings,
  );
  return new Map(shown.map((worker) => [worker.workerId, worker]));
}
