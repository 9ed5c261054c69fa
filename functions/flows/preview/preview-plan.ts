import pMap from 'p-map';
import {
  addMonths,
  type CalendarDate,
  instantAt,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import {
  isReminded,
  type Language,
  languages,
  monthOwed,
  zoneOfWorker,
} from '#domain/people/worker';
import { stepDate } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import {
  daysFrom,
  firingsIn,
  type PreviewDay,
  previewDays,
  type SegmentCounts,
} from '#domain/preview/preview';
import { unpaidShareOf } from '#domain/preview/unpaid-share';
import { segmentOf } from '#domain/renewals/segment';
import { eligibilityOf } from '#domain/sending/eligibility';
import type { Settings } from '#domain/settings';
import { getWorker } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import { accepted } from '#flows/plan/change-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { CountStore } from '#flows/renewals/count-store';
import { renewals } from '#flows/renewals/show-renewals';

export type PreviewPorts = Readonly<{
  counts: Pick<CountStore, 'cohort' | 'firstImport' | 'members'>;
  plans: Pick<PlanStore, 'current' | 'inForceSince'>;
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

type Sums = Omit<PreviewDay, 'date' | 'step' | 'month'>;
type Sample = Readonly<{ step: string; language: Language; text: string; parts: number }>;
type OwnDay = Readonly<{
  date: CalendarDate;
  time: string;
  step: string;
  month: Month;
  skipped: string | null;
  text: string;
  parts: number;
}>;

export type Preview = Readonly<{
  days: readonly PreviewDay[];
  total: Sums;
  /** Against the budget: what texts of each calendar month cost. */
  budget: readonly Readonly<{
    month: Month;
    costRupiah: number;
    expectedCostRupiah: number;
    budgetRupiah: number | null;
  }>[];
  samples: readonly Sample[];
  calendar: readonly OwnDay[] | null;
}>;

type Draft = Readonly<{ plan: Plan; settings: Settings; asked: PreviewAsked; ports: PreviewPorts }>;

/** What a draft would do, from counts that are kept and not from a walk over the workers. Writes nothing. */
export async function previewPlan(
  asked: PreviewAsked,
  ports: PreviewPorts,
  settings: Settings,
): Promise<Preview> {
  const plan: Plan = { ...(await accepted(asked.plan, { ports, settings })), version: 0 };
  const draft = { plan, settings, asked, ports };
  const now = ports.clock.now();
  const rules = rulesOf(plan, settings);
  const [members, unpaid, calendar] = await Promise.all([
    membersUnder(draft),
    pastOf(draft),
    ownDays(draft),
  ]);
  const days = previewDays(
    { plan, rules, settings, from: asked.from, to: asked.to, now },
    members,
    unpaid,
  );
  return {
    days,
    total: sumOf(days),
    budget: budgetOf(days, draft),
    samples: samplesOf(draft),
    calendar,
  };
}

/** Under a list of phones those few are looked at one by one: counters know no phones. */
async function membersUnder({
  plan: { onlyTo },
  ports: { counts, workers },
}: Draft): Promise<SegmentCounts> {
  if (onlyTo === null)
    return (await counts.members()).flatMap(({ place, counts: { n = 0 } }) =>
      place.of === 'members' ? [{ like: place.like, workers: n }] : [],
    );
  const ids = (await pMap(onlyTo, (phone) => workers.byPhone(phone), { concurrency: 10 })).flat();
  const listed = [...(await workers.get(ids)).values()].filter(({ phone }) =>
    onlyTo.includes(phone ?? ''),
  );
  return listed.filter(isReminded).map((worker) => ({ like: segmentOf(worker), workers: 1 }));
}

/** The curves of the cohorts since half a year ago that are whole. */
async function pastOf({ settings, ports }: Draft) {
  const asOf = localDate('Asia/Jakarta', ports.clock.now());
  const span = { from: addMonths(monthOf(asOf), -monthsOfPast), to: monthOf(asOf), asOf, by: null };
  const { items } = await renewals(span, ports, settings);
  const whole = items.filter(({ partial, dueOn }) => !partial && dueOn < asOf);
  return unpaidShareOf(whole, asOf);
}

const monthsOfPast = 6;

function sumOf(days: readonly PreviewDay[]): Sums {
  const sum = (of: keyof Sums): number => days.reduce((total, day) => total + day[of], 0);
  return {
    reminders: sum('reminders'),
    expectedReminders: sum('expectedReminders'),
    parts: sum('parts'),
    costRupiah: sum('costRupiah'),
    expectedCostRupiah: sum('expectedCostRupiah'),
  };
}

function budgetOf(days: readonly PreviewDay[], { plan }: Draft): Preview['budget'] {
  const months = Map.groupBy(days, ({ date }) => monthOf(date));
  return [...months].map(([month, of]) => ({
    month,
    costRupiah: sumOf(of).costRupiah,
    expectedCostRupiah: sumOf(of).expectedCostRupiah,
    budgetRupiah: plan.monthlyBudgetRupiah,
  }));
}

/** Each text as a made-up worker would read it on the day on which the step belongs to the month that is going on. */
function samplesOf({ plan, settings, ports }: Draft): readonly Sample[] {
  const rules = rulesOf(plan, settings);
  const month = monthOf(localDate('Asia/Jakarta', ports.clock.now()));
  return plan.steps.flatMap((step) =>
    languages
      .filter((language) => step.texts[language])
      .map((language) => ({
        step: step.id,
        language,
        ...sampleOf(step, { language, month }, stepDate(step, month, plan, rules), rules),
      })),
  );
}

/** The days on which one worker would be texted about the month that they owe, should they not pay; and why not, where something stands in the way. */
async function ownDays({ plan, settings, asked, ports }: Draft): Promise<readonly OwnDay[] | null> {
  if (!asked.workerId) return null;
  const worker = await getWorker(asked.workerId, ports.workers);
  const rules = rulesOf(plan, settings);
  const zone = zoneOfWorker(worker);
  const firings = daysFrom(asked.from, asked.to)
    .flatMap((date) => firingsIn(zone, date, { plan, rules, now: ports.clock.now() }))
    .filter(({ month }) => month === monthOwed(worker));
  return firings.flatMap(({ date, step, month }) => {
    const scheduledAt = instantAt(zone, date, step.at);
    const verdict = eligibilityOf({
      worker,
      reminder: undefined,
      slice: { zone, month, scheduledAt },
      step,
      plan,
      now: scheduledAt,
    });
    if (verdict.kind !== 'send' && verdict.kind !== 'skip') return [];
    const skipped = verdict.kind === 'skip' ? verdict.reason : null;
    return [
      {
        date,
        time: step.at,
        step: step.id,
        month,
        skipped,
        ...sampleOf(step, worker, date, rules),
      },
    ];
  });
}
