import pMap from 'p-map';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/cycle';
import type { CalendarDate, Month } from '#domain/dates';
import { dueDate, lapseDate } from '#domain/due-date';
import type { Rules } from '#domain/rules';
import type { Settings } from '#domain/settings';
import { isReminded, type Worker } from '#domain/worker';
import { currentRules } from '#flows/current-plan';
import { pageOfPartitions } from '#flows/partition-pages';
import type { Page, PlanReader, WorkerStore } from '#flows/ports';

export type ExplainPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'owing' | 'closedIn' | 'timeline'>;
  plans: Pick<PlanReader, 'current'>;
}>;

/** One cycle behind the numbers of its cohort: what it counts as, and the texts about its month. */
export type ExplainedCycle = Readonly<{
  workerId: string;
  since: CalendarDate;
  arm: 'reminded' | 'held-out' | 'neither';
  outcome: 'onTime' | 'inArrears' | 'recovered' | 'lapsed' | 'open' | 'left';
  /** Began after the due date, and is in no rate. */
  startedLate: boolean;
  endedOn: CalendarDate | null;
  /** What ended it: the id of the payment, `roster` or `left`. */
  by: string | null;
  months: readonly Month[];
  texts: readonly Readonly<{ step: string; status: string; reason: string | null }>[];
}>;

type Asked = Readonly<{ month: Month; asOf: CalendarDate; cursor: string | null }>;

/** The rows from which the numbers of a cohort are counted, a page at a time. Who was erased is in the numbers, but in no row any more. */
export async function explainCohort(
  { month, asOf, cursor }: Asked,
  ports: ExplainPorts,
  settings: Settings,
): Promise<Page<ExplainedCycle>> {
  const rules = await currentRules(ports.plans, settings);
  const [of, rest] = cursor?.startsWith('closed:') ? (['closed', cursor.slice('closed:'.length)] as const) : (['open', cursor] as const);
  const page = await pageOfPartitions(
    { month, shards: settings.shards, cursor: rest || null, pageSize },
    async (partition, after, limit) => {
      const { items, next } = await ports.workers[of === 'open' ? 'owing' : 'closedIn'](partition, after, limit);
      const found = await pMap(items, (workerId) => cyclesOf(workerId, { month, of }, ports), { concurrency: 10 });
      return { found: found.flat(), next };
    },
  );
  const next = of === 'open' ? (page.next ?? 'closed:') : page.next && `closed:${page.next}`;
  return { items: page.items.map((cycle) => explained(cycle, asOf, rules)).filter((line) => line.since <= asOf), next };
}

const pageSize = 100;

type Told = Readonly<{ workerId: string; cycle: Cycle; closed: ClosedCycle | null; texts: ExplainedCycle['texts'] }>;

async function cyclesOf(
  workerId: string,
  { month, of }: Readonly<{ month: Month; of: 'open' | 'closed' }>,
  { workers }: ExplainPorts,
): Promise<readonly Told[]> {
  const [known, { cycles, reminders }] = await Promise.all([workers.get([workerId]), workers.timeline(workerId)]);
  const about = reminders.filter((reminder) => reminder.month === month);
  const texts = about.map(({ step, status, reason }) => ({ step, status, reason }));
  const closed = cycles.filter((cycle) => cycle.month === month && !cycle.voided);
  if (of === 'closed') return closed.map((cycle) => ({ workerId, cycle, closed: cycle, texts }));
  const worker: Worker | undefined = known.get(workerId);
  // The index lags behind: who has paid since is among those that have ended.
  return worker && isReminded(worker) && worker.cycle.month === month ? [{ workerId, cycle: worker.cycle, closed: null, texts }] : [];
}

function explained({ workerId, cycle, closed, texts }: Told, asOf: CalendarDate, rules: Rules): ExplainedCycle {
  const ended = closed && endedOn(closed) <= asOf ? closed : null;
  return {
    workerId,
    since: cycle.since,
    arm: cycle.heldOut ? 'held-out' : cycle.textable ? 'reminded' : 'neither',
    outcome: outcomeOf(cycle, ended, asOf, rules),
    startedLate: cycle.since > dueDate(cycle.month, rules.calendar),
    endedOn: ended && endedOn(ended),
    by: ended && (ended.end.payment ?? ended.end.by),
    months: ended?.end.months ?? [],
    texts,
  };
}

function outcomeOf({ month }: Cycle, ended: ClosedCycle | null, asOf: CalendarDate, rules: Rules): ExplainedCycle['outcome'] {
  const lapsesOn = lapseDate(month, rules.lapseMonths);
  if (!ended) return asOf >= lapsesOn ? 'lapsed' : 'open';
  if (ended.end.by === 'left') return 'left';
  const on = endedOn(ended);
  if (on <= dueDate(month, rules.calendar)) return 'onTime';
  return on < lapsesOn ? 'inArrears' : 'recovered';
}
