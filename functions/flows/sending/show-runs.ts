import type { CalendarDate } from '#domain/calendar/dates';
import type { Expiring } from '#domain/calendar/expiring';
import { type Zone, zones } from '#domain/calendar/zones';
import type { Planned } from '#domain/plan/planned';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { budgetMonth, budgetThreshold } from '#domain/sending/budget';
import {
  addCounts,
  type Counts,
  parseRunId,
  runIdOf,
  type SliceProgress,
} from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import { withPlanned } from '#flows/plan/planned-steps';
import type { Clock } from '#flows/ports';
import type { SliceQueue, SliceStore } from '#flows/sending/slice-store';
import type { HaltedStep } from '#flows/sending/trial/halted-steps';

export type RunPorts = Readonly<{
  slices: Pick<SliceStore, 'list'>;
  plans: Pick<PlanReader, 'version'>;
  queue: SliceQueue;
  clock: Clock;
}>;

export type RunView = Readonly<{
  runId: string;
  zone: Zone;
  date: string;
  time: string;
  step: string;
  month: string;
  planVersion: number;
  planned: Planned;
  finished: boolean;
  closed: boolean;
  slices: number;
  /** Of those not on the plan's list, at most; they are texted once it is taken off in time. */
  withheld: number;
  counts: Counts;
}>;

export async function runsOn(
  date: CalendarDate,
  { slices, plans }: Pick<RunPorts, 'plans'> & Readonly<{ slices: Pick<SliceStore, 'progress'> }>,
): Promise<readonly RunView[]> {
  const stored = (await Promise.all(zones.map((zone) => slices.progress(zone, date)))).flat();
  const runs = Map.groupBy(stored, runIdOf);
  const shown = await withPlanned([...runs.values()].flatMap(runView), plans);
  return shown.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** By the clock, and at each time from west to east. */
const placeOf = ({ time, zone, step, month }: Run): string =>
  [time, zones.indexOf(zone), step, month].join(' ');

type Run = Omit<RunView, 'planned'>;

function runView(slices: readonly SliceProgress[]): readonly Run[] {
  const [first] = slices;
  if (!first) return [];
  const { zone, date, time, step, month, planVersion } = first;
  return [
    {
      runId: runIdOf(first),
      zone,
      date,
      time,
      step,
      month,
      planVersion,
      finished: slices.every(({ state }) => state !== 'open'),
      closed: slices.every(({ state }) => state === 'closed'),
      slices: slices.length,
      withheld: slices.reduce((sum, { withheld }) => sum + (withheld?.workers ?? 0), 0),
      counts: slices.map(({ counts }) => counts).reduce(addCounts, {}),
    },
  ];
}

/** A holder of a lease goes on, and nobody is texted twice. Answers how many were queued. */
export async function retryRun(
  runId: string,
  { slices, queue }: Pick<RunPorts, 'slices' | 'queue'>,
): Promise<number> {
  const run = parseRunId(runId);
  const stored = run
    ? (await slices.list(run.zone, run.date)).filter((slice) => runIdOf(slice) === runId)
    : [];
  if (stored.length === 0) throw refused('not-found', problem('no-such-run', { runId }));
  const unfinished = stored.filter(({ state }) => state === 'open' || state === 'closing');
  await queue.put(unfinished);
  return unfinished.length;
}

export type RunsAnswer = Readonly<{
  items: readonly RunView[];
  /** What waits for a person: see docs/operating.md. */
  halted: readonly HaltedStep[];
  budget: BudgetView;
  expiring: readonly Expiring[];
}>;

export type BudgetView = Readonly<{
  month: string;
  committed: number;
  spent: number;
  budget: number | null;
  mark: 80 | 100 | null;
}>;

/** What this month's texts have cost, against the plan's budget: rupiah. */
export async function budgetNow(
  ports: Readonly<{
    slices: Pick<SliceStore, 'budget'>;
    plans: Pick<PlanReader, 'current'>;
    clock: Clock;
  }>,
  settings: Settings,
): Promise<BudgetView> {
  const month = budgetMonth(ports.clock.now());
  const [{ committed, spent }, plan] = await Promise.all([
    ports.slices.budget(month),
    currentPlan(ports.plans),
  ]);
  const mark = budgetThreshold({ spent, plan }, settings);
  return { month, committed, spent, budget: plan.monthlyBudgetRupiah, mark };
}
