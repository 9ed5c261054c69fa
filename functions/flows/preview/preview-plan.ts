import pMap from 'p-map';
import {
  addMonths,
  type CalendarDate,
  type Instant,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { isReminded } from '#domain/people/worker';
import type { Standing } from '#domain/plan/behind/behind';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { firedBefore, historyOfSteps, standingsOf } from '#domain/plan/standings';
import { type ConfirmationsOfMonth, previewConfirmations } from '#domain/preview/confirmations';
import { monthsFiredBefore } from '#domain/preview/firings';
import { type Newcomers, newcomersIn, nobodyNew } from '#domain/preview/newcomers';
import { type OwnDay, ownDays } from '#domain/preview/own-days';
import { type PreviewDay, type PreviewSums, previewDays } from '#domain/preview/preview';
import { budgetOf, samplesOf, sumOf } from '#domain/preview/preview-sums';
import type { SegmentCounts } from '#domain/preview/texted';
import { unpaidShareOf } from '#domain/preview/unpaid-share';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { segmentOf } from '#domain/renewals/counting/segment';
import type { Settings } from '#domain/settings';
import { getWorker } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import { acceptedPlan } from '#flows/plan/accept-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import { behindUnder, countBehind, membersCounted, showWithheld } from '#flows/plan/show-behind';
import type { Clock } from '#flows/ports';
import type { CountStore } from '#flows/renewals/count-store';
import { renewals } from '#flows/renewals/show-renewals';

export type PreviewPorts = Readonly<{
  counts: Pick<CountStore, 'cohorts' | 'firstImport' | 'members'>;
  plans: Pick<PlanStore, 'current' | 'inForceSince' | 'version'>;
  workers: Pick<WorkerStore, 'byPhone' | 'get' | 'timeline'>;
  clock: Clock;
}>;

/** `plan` as an admin wrote it; up to 90 days. With a worker, their own days under it too. */
export type PreviewAsked = Readonly<{
  plan: unknown;
  from: CalendarDate;
  to: CalendarDate;
  workerId?: string | undefined;
}>;

export type Preview = Readonly<{
  days: readonly PreviewDay[];
  confirmations: readonly ConfirmationsOfMonth[];
  total: PreviewSums;
  /** How many past cohorts tell how people pay; without one it is as if nobody paid. */
  pastCohorts: number;
  budget: ReturnType<typeof budgetOf>;
  samples: ReturnType<typeof samplesOf>;
  calendar: readonly OwnDay[] | null;
  behind: readonly BehindView[];
  /** Null where all are texted. */
  withheld: WithheldView | null;
}>;

/** From stored counts, not from a walk over the workers. Writes nothing. */
export async function previewPlan(
  { plan: draft, from, to, workerId }: PreviewAsked,
  ports: PreviewPorts,
  settings: Settings,
): Promise<Preview> {
  const plan: Plan = { ...(await acceptedPlan(draft, { ports, settings })), version: 0 };
  const rules = rulesOf(plan, settings);
  const now = ports.clock.now();
  const [behind, fired] = await Promise.all([
    behindUnder(plan, now, { ports, settings }),
    firedBy(now, ports, settings),
  ]);
  const asked = { plan, rules, settings, from, to, now, behind, fired };
  const [segments, past, newcomers, calendar, counted, withheld] = await Promise.all([
    membersUnder(plan, ports),
    pastCohorts(ports, settings),
    newcomersOf(monthsFiredBefore(asked), ports),
    workerId ? ownCalendar(workerId, asked, ports) : null,
    countBehind(behind, ports),
    showWithheld(plan, now, { ports, settings }),
  ]);
  const known = { segments, unpaid: unpaidShareOf(past, today(ports)), newcomers };
  const days = previewDays(asked, known);
  const confirmations = previewConfirmations(asked, known);
  return {
    days,
    confirmations: confirmations.byMonth,
    total: sumOf([...days, confirmations.total]),
    pastCohorts: past.length,
    budget: budgetOf(days, confirmations.byMonth, plan),
    samples: samplesOf(plan, rules, asked.now),
    calendar,
    behind: counted,
    withheld,
  };
}

async function firedBy(
  now: Instant,
  { plans }: Pick<PreviewPorts, 'plans'>,
  settings: Settings,
): Promise<Standing['fired']> {
  const since = historyOfSteps(localDate('Asia/Jakarta', now));
  return firedBefore(standingsOf(await plans.inForceSince(since), settings), now, settings);
}

/** Read only where a step has fired that the draft has on another day. */
async function newcomersOf(
  months: readonly Month[],
  { counts }: Pick<PreviewPorts, 'counts'>,
): Promise<Newcomers> {
  const [from, to = from] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return nobodyNew;
  return newcomersIn(await counts.cohorts({ from, to }, 'province'));
}

async function ownCalendar(
  workerId: string,
  asked: Parameters<typeof ownDays>[2],
  { workers }: Pick<PreviewPorts, 'workers'>,
): Promise<readonly OwnDay[]> {
  const [worker, { reminders }] = await Promise.all([
    getWorker(workerId, workers),
    workers.timeline(workerId),
  ]);
  return ownDays(worker, reminders, asked);
}

/** Under a list of phones those few are read one by one: counters know no phones. */
async function membersUnder(
  { onlyTo }: Plan,
  { counts, workers }: PreviewPorts,
): Promise<SegmentCounts> {
  if (onlyTo === null) return membersCounted({ counts });
  const ids = (await pMap(onlyTo, (phone) => workers.byPhone(phone), { concurrency: 10 })).flat();
  return [...(await workers.get(ids)).values()]
    .filter((worker) => onlyTo.includes(worker.phone ?? '') && isReminded(worker))
    .map((worker) => ({ like: segmentOf(worker), workers: 1 }));
}

const monthsOfPast = 6;

const today = ({ clock }: Pick<PreviewPorts, 'clock'>): CalendarDate =>
  localDate('Asia/Jakarta', clock.now());

async function pastCohorts(ports: PreviewPorts, settings: Settings): Promise<readonly Renewals[]> {
  const asOf = today(ports);
  const span = { from: addMonths(monthOf(asOf), -monthsOfPast), to: monthOf(asOf), asOf, by: null };
  const { items } = await renewals(span, ports, settings);
  return items.filter(({ partial, dueOn, due }) => !partial && dueOn < asOf && due > 0);
}
