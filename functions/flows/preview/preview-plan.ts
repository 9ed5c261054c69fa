import pMap from 'p-map';
import { addMonths, type CalendarDate, localDate, monthOf } from '#domain/calendar/dates';
import { isReminded } from '#domain/people/worker';
import type { BehindView } from '#domain/plan/behind-view';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { type OwnDay, ownDays } from '#domain/preview/own-days';
import { type PreviewDay, previewDays, type SegmentCounts } from '#domain/preview/preview';
import { budgetOf, type PreviewSums, samplesOf, sumOf } from '#domain/preview/preview-sums';
import { unpaidShareOf } from '#domain/preview/unpaid-share';
import { segmentOf } from '#domain/renewals/counting/segment';
import type { Settings } from '#domain/settings';
import { getWorker } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import { acceptedPlan } from '#flows/plan/accept-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import { behindUnder, countBehind, membersCounted } from '#flows/plan/show-behind';
import type { Clock } from '#flows/ports';
import type { CountStore } from '#flows/renewals/count-store';
import { renewals } from '#flows/renewals/show-renewals';

export type PreviewPorts = Readonly<{
  counts: Pick<CountStore, 'cohorts' | 'firstImport' | 'members'>;
  plans: Pick<PlanStore, 'current' | 'inForceSince' | 'version'>;
  workers: Pick<WorkerStore, 'byPhone' | 'get'>;
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
  total: PreviewSums;
  budget: ReturnType<typeof budgetOf>;
  samples: ReturnType<typeof samplesOf>;
  calendar: readonly OwnDay[] | null;
  behind: readonly BehindView[];
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
  const behind = await behindUnder(plan, now, { ports, settings });
  const asked = { plan, rules, settings, from, to, now, behind };
  const [members, unpaid, worker, counted] = await Promise.all([
    membersUnder(plan, ports),
    unpaidShare(ports, settings),
    workerId ? getWorker(workerId, ports.workers) : null,
    countBehind(behind, ports),
  ]);
  const days = previewDays(asked, members, unpaid);
  return {
    days,
    total: sumOf(days),
    budget: budgetOf(days, plan),
    samples: samplesOf(plan, rules, asked.now),
    calendar: worker && ownDays(worker, asked),
    behind: counted,
  };
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

async function unpaidShare(ports: PreviewPorts, settings: Settings) {
  const asOf = localDate('Asia/Jakarta', ports.clock.now());
  const span = { from: addMonths(monthOf(asOf), -monthsOfPast), to: monthOf(asOf), asOf, by: null };
  const { items } = await renewals(span, ports, settings);
  const whole = items.filter(({ partial, dueOn }) => !partial && dueOn < asOf);
  return unpaidShareOf(whole, asOf);
}
