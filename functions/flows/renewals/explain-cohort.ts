import pMap from 'p-map';
import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import type { CycleKind } from '#domain/renewals/cohorts/cohort-outcomes';
import {
  type ExplainedCycle,
  explained,
  kindOf,
  type WorkerCycle,
} from '#domain/renewals/explained-cycle';
import { cyclesIn } from '#domain/renewals/worker-cycles';
import type { Settings } from '#domain/settings';
import { type Placed, pageOfPartitions } from '#flows/people/partition-pages';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import { plannedSteps } from '#flows/plan/planned-steps';
import type { Page } from '#flows/ports';

export type ExplainPorts = Readonly<{
  workers: Pick<WorkerStore, 'owing' | 'closedIn' | 'timeline'>;
  plans: Pick<PlanReader, 'current' | 'version'>;
}>;

/** `worker`: as of now; a reader would know nobody by the id. */
export type ListedCycle = ExplainedCycle & Readonly<{ worker: Pick<Worker, 'name'> | null }>;

/** `kind`: only the cycles that count as this; null for all. */
type Asked = Readonly<{
  month: Month;
  asOf: CalendarDate;
  kind: CycleKind | null;
  cursor: string | null;
}>;

/**
 * The rows from which the numbers of a cohort are counted, a page at a time: first the open cycles,
 * then the ended ones. An erased worker is in the numbers, but in no row. A page of one kind holds
 * at least `fewest` rows, unless that takes too much reading: it may be empty and have a next.
 */
export async function explainCohort(
  asked: Asked,
  ports: ExplainPorts,
  settings: Settings,
): Promise<Page<ListedCycle>> {
  const by = { ports, settings, rules: await currentRules(ports.plans, settings) };
  const items: ListedCycle[] = [];
  // An open cycle is of no kind that needs an end: millions are not read to find none.
  let next = asked.cursor ?? (endedKinds.includes(asked.kind) ? closedPrefix : null);
  let read = 0;
  do {
    const page = await pageOfCycles({ ...asked, cursor: next }, by);
    items.push(...page.items.filter((each) => asked.kind === null || kindOf(each) === asked.kind));
    next = page.next;
    read += 1;
  } while (asked.kind !== null && next !== null && items.length < fewest && read < mostPages);
  return { items, next };
}

const endedKinds: readonly (CycleKind | null)[] = ['onTime', 'inArrears', 'recovered', 'left'];

/** A page reads the timelines of a hundred workers: ten of them take some seconds. */
const [fewest, mostPages] = [25, 10];
const pageSize = 100;
const closedPrefix = 'closed:';

type By = Readonly<{ ports: ExplainPorts; settings: Settings; rules: Rules }>;

async function pageOfCycles(
  { month, asOf, cursor }: Asked,
  { ports, settings, rules }: By,
): Promise<Page<ListedCycle>> {
  const isClosed = cursor?.startsWith(closedPrefix) ?? false;
  const rest = isClosed ? cursor?.slice(closedPrefix.length) : cursor;
  const page = await pageOfPartitions(
    { month, shards: settings.shards, cursor: rest || null, pageSize },
    ports.workers[isClosed ? 'closedIn' : 'owing'],
  );
  // The index lags behind: a cycle is told where it lies by now.
  const cycles = await pMap(page.items, (placed) => cyclesOf(placed, ports), { concurrency: 10 });
  const begun = cycles
    .flat()
    .filter(({ closed }) => (closed !== null) === isClosed)
    .filter(({ cycle }) => cycle.since <= asOf);
  const texts = begun.flatMap(({ reminders }) => reminders);
  const plannedOf = await plannedSteps(texts, ports.plans);
  const items = begun.map(({ worker, ...cycle }) => ({
    ...explained(cycle, { asOf, rules, plannedOf }),
    worker,
  }));
  if (!isClosed) return { items, next: page.next ?? closedPrefix };
  return { items, next: page.next && closedPrefix + page.next };
}

async function cyclesOf(
  { partition, workerId }: Placed,
  { workers }: ExplainPorts,
): Promise<readonly (WorkerCycle & Pick<ListedCycle, 'worker'>)[]> {
  const { worker, cycles, reminders } = await workers.timeline(workerId);
  const told = worker && { name: worker.name };
  const of = { workerId, worker: worker ?? undefined, cycles, reminders };
  return cyclesIn(partition, of).map((cycle) => ({ ...cycle, worker: told }));
}
