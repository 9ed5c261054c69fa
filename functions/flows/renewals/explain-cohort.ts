import pMap from 'p-map';
import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Partition } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import type { CycleKind } from '#domain/renewals/cohort-outcomes';
import {
  type ExplainedCycle,
  explained,
  kindOf,
  type WorkerCycle,
} from '#domain/renewals/explained-cycle';
import { cyclesIn } from '#domain/renewals/worker-cycles';
import type { Settings } from '#domain/settings';
import { pageOfPartitions } from '#flows/people/partition-pages';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Page } from '#flows/ports';

export type ExplainPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'owing' | 'closedIn' | 'timeline'>;
  plans: Pick<PlanReader, 'current'>;
}>;

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
): Promise<Page<ExplainedCycle>> {
  const by = { ports, settings, rules: await currentRules(ports.plans, settings) };
  const items: ExplainedCycle[] = [];
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
): Promise<Page<ExplainedCycle>> {
  const isClosed = cursor?.startsWith(closedPrefix) ?? false;
  const rest = isClosed ? cursor?.slice(closedPrefix.length) : cursor;
  const page = await pageOfPartitions(
    { month, shards: settings.shards, cursor: rest || null, pageSize },
    (...place) => cyclesOfPage(isClosed, place, ports),
  );
  const items = page.items
    .filter(({ cycle }) => cycle.since <= asOf)
    .map((each) => explained(each, asOf, rules));
  if (!isClosed) return { items, next: page.next ?? closedPrefix };
  return { items, next: page.next && closedPrefix + page.next };
}

/** The index lags behind: a cycle is told where it lies by now. */
async function cyclesOfPage(
  isClosed: boolean,
  [partition, after, limit]: [Partition, string | null, number],
  { workers }: ExplainPorts,
): Promise<Readonly<{ found: readonly WorkerCycle[]; next: string | null }>> {
  const { items, next } = await workers[isClosed ? 'closedIn' : 'owing'](partition, after, limit);
  const found = await pMap(items, (workerId) => cyclesOf(workerId, partition, workers), {
    concurrency: 10,
  });
  return { found: found.flat().filter(({ closed }) => (closed !== null) === isClosed), next };
}

async function cyclesOf(
  workerId: string,
  partition: Partition,
  workers: ExplainPorts['workers'],
): Promise<readonly WorkerCycle[]> {
  const [known, { cycles, reminders }] = await Promise.all([
    workers.get([workerId]),
    workers.timeline(workerId),
  ]);
  return cyclesIn(partition, { workerId, worker: known.get(workerId), cycles, reminders });
}
