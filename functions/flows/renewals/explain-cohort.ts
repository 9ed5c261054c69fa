import pMap from 'p-map';
import type { CalendarDate, Month } from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycle';
import { contribution } from '#domain/people/tariff';
import { isReminded, type Partition, partitionFor, type Worker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { type CycleKind, outcomeOf } from '#domain/renewals/cohort-outcomes';
import { type Arm, armOf } from '#domain/renewals/counter-name';
import { dayOfReminder } from '#domain/renewals/counts';
import type { Reminder } from '#domain/sending/reminder';
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

/** One cycle behind the numbers of its cohort: what it counts as, and the texts about its month. */
export type ExplainedCycle = Readonly<{
  workerId: string;
  since: CalendarDate;
  arm: Arm;
  outcome: Exclude<CycleKind, 'startedLate'>;
  /** Began after the due date, and is in no rate. */
  startedLate: boolean;
  endedOn: CalendarDate | null;
  /** What ended it: the id of the payment, `roster` or `left`. */
  by: string | null;
  months: readonly Month[];
  /** Rupiah: what the month costs this worker, and what was paid for it. */
  amount: number;
  received: number;
  texts: readonly Pick<Reminder, 'step' | 'status' | 'reason' | 'parts' | 'priceUsd'>[];
}>;

/** `kind`: only the cycles that count as this; null for all. */
type Asked = Readonly<{
  month: Month;
  asOf: CalendarDate;
  kind: CycleKind | null;
  cursor: string | null;
}>;

/**
 * The rows from which the numbers of a cohort are counted, a page at a time: first the cycles that are open, then those that have ended. Who was erased is
 * in the numbers, but in no row any more. Of one kind a page holds at least `fewest`, unless that takes too much reading: it may hold none and have a next.
 */
export async function explainCohort(
  asked: Asked,
  ports: ExplainPorts,
  settings: Settings,
): Promise<Page<ExplainedCycle>> {
  const rules = await currentRules(ports.plans, settings);
  const items: ExplainedCycle[] = [];
  // What is open is of no kind that needs an end: millions of such are not read to find none.
  let next = asked.cursor ?? (endedKinds.includes(asked.kind) ? 'closed:' : null);
  let read = 0;
  do {
    const page = await pageOfCycles({ ...asked, cursor: next }, { ports, settings, rules });
    items.push(
      ...page.items.filter((cycle) => asked.kind === null || kindOf(cycle) === asked.kind),
    );
    next = page.next;
    read += 1;
  } while (asked.kind !== null && next !== null && items.length < fewest && read < mostPages);
  return { items, next };
}

const kindOf = ({ startedLate, outcome }: ExplainedCycle): CycleKind =>
  startedLate ? 'startedLate' : outcome;

const endedKinds: readonly (CycleKind | null)[] = ['onTime', 'inArrears', 'recovered', 'left'];

/** A page reads the timelines of a hundred workers: ten of them take some seconds. */
const [fewest, mostPages] = [25, 10];

type By = Readonly<{ ports: ExplainPorts; settings: Settings; rules: Rules }>;

async function pageOfCycles(
  { month, asOf, cursor }: Asked,
  { ports, settings, rules }: By,
): Promise<Page<ExplainedCycle>> {
  const [of, rest] = cursor?.startsWith('closed:')
    ? (['closed', cursor.slice('closed:'.length)] as const)
    : (['open', cursor] as const);
  const page = await pageOfPartitions(
    { month, shards: settings.shards, cursor: rest || null, pageSize },
    async (partition, after, limit) => {
      const { items, next } = await ports.workers[of === 'open' ? 'owing' : 'closedIn'](
        partition,
        after,
        limit,
      );
      const found = await pMap(items, (workerId) => cyclesOf(workerId, partition, ports), {
        concurrency: 10,
      });
      return {
        found: found.flat().filter(({ closed }) => (closed === null) === (of === 'open')),
        next,
      };
    },
  );
  const next = of === 'open' ? (page.next ?? 'closed:') : page.next && `closed:${page.next}`;
  return {
    items: page.items
      .filter(({ cycle }) => cycle.since <= asOf)
      .map((told) => explained(told, asOf, rules)),
    next,
  };
}

const pageSize = 100;

type Told = Readonly<{
  workerId: string;
  cycle: Cycle;
  payer: Parameters<typeof contribution>[0];
  closed: ClosedCycle | null;
}> &
  Readonly<{ reminders: readonly Reminder[] }>;

/**
 * A worker's cycles of the partition's month that lie in it. The index lags behind, and who has left, come back or moved to another zone has several: each
 * is told where it lies, and a text with the cycle in which it was written.
 */
async function cyclesOf(
  workerId: string,
  { month, zone }: Partition,
  { workers }: ExplainPorts,
): Promise<readonly Told[]> {
  const [known, { cycles, reminders }] = await Promise.all([
    workers.get([workerId]),
    workers.timeline(workerId),
  ]);
  const worker: Worker | undefined = known.get(workerId);
  const ended = cycles.filter((cycle) => cycle.month === month && !cycle.voided);
  const open = worker && isReminded(worker) && worker.cycle.month === month ? [worker] : [];
  const all = [
    ...ended.map((cycle) => ({
      cycle,
      payer: { ...cycle, governmentPaid: false },
      closed: cycle,
      province: cycle.province,
    })),
    ...open.map((owing) => ({
      cycle: owing.cycle,
      payer: owing,
      closed: null,
      province: owing.province,
    })),
  ];
  const about = reminders.filter((reminder) => reminder.month === month);
  const writtenIn = ({ claimedAt, at }: Reminder): number =>
    Math.max(
      0,
      all.findLastIndex(({ cycle }) => cycle.began <= (claimedAt ?? at)),
    );
  return all
    .map((each, index) => ({
      ...each,
      workerId,
      reminders: about.filter((reminder) => writtenIn(reminder) === index),
    }))
    .filter(({ province }) => partitionFor({ workerId, province }, month, 1).zone === zone);
}

function explained(
  { workerId, cycle, payer, closed, reminders }: Told,
  asOf: CalendarDate,
  rules: Rules,
): ExplainedCycle {
  const { month, since } = cycle;
  const ended = closed && endedOn(closed) <= asOf ? closed : null;
  const amount = contribution(payer, month);
  const dueOn = dueDate(month, rules.calendar);
  const dates = { dueOn, lapsesOn: lapseDate(month, rules.lapseMonths), asOf };
  const told = reminders.filter(
    (reminder) => reminder.status !== 'claimed' && dayOfReminder(reminder) <= asOf,
  );
  return {
    workerId,
    since,
    arm: armOf(cycle),
    outcome: ended?.end.by === 'left' ? 'left' : outcomeOf(ended && endedOn(ended), dates),
    startedLate: since > dueOn,
    endedOn: ended && endedOn(ended),
    by: ended && (ended.end.payment ?? ended.end.by),
    months: ended?.end.months ?? [],
    amount,
    received: ended?.end.months.includes(month) ? amount : 0,
    texts: told.map(({ step, status, reason, parts, priceUsd }) => ({
      step,
      status,
      reason,
      parts,
      priceUsd,
    })),
  };
}
