import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  type Instant,
  instantAt,
  localDate,
  localTime,
  type Month,
} from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { foreseenParts } from '#domain/messages/foreseen-parts';
import type { Behind } from '#domain/plan/behind';
import { type DueStep, dueSteps, supersededBy } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import { chanceOfOwing, type UnpaidShare } from '#domain/preview/owing-chance';
import type { Segment } from '#domain/renewals/counting/segment';
import { rupiahOf } from '#domain/sending/budget';
import { isMeantFor } from '#domain/sending/eligibility';
import type { Settings } from '#domain/settings';

export type SegmentCounts = readonly Readonly<{ like: Segment; workers: number }>[];

/**
 * `reminders`, `parts` and `costRupiah`: if nobody pays any more. The `expected` ones: if people
 * pay as before, and so come to owe the next month.
 */
export type PreviewDay = Readonly<{
  date: CalendarDate;
  step: string;
  month: Month;
  reminders: number;
  expectedReminders: number;
  parts: number;
  costRupiah: number;
  expectedCostRupiah: number;
}>;

type PreviewQuestion = Readonly<{
  plan: Plan;
  rules: Rules;
  settings: Settings;
  from: CalendarDate;
  to: CalendarDate;
  now: Instant;
  /** What the draft puts behind: it goes out once more. */
  behind: readonly Behind[];
}>;

/** From now on: leaves out moments that have passed, and days without texts. */
export function previewDays(
  question: PreviewQuestion,
  segments: SegmentCounts,
  unpaid: UnpaidShare,
): readonly PreviewDay[] {
  const firings = daysFrom(question.from, question.to).flatMap((date) =>
    zones.flatMap((zone) => firingsIn(zone, date, question)),
  );
  const inOrder = firings.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const days = Map.groupBy(inOrder, ({ date, step, month }) => `${date} ${step.id} ${month}`);
  const all = [...days.values()].flatMap((of) => dayOf(of, question, { segments, unpaid }));
  return all.filter(({ reminders, expectedReminders }) => reminders + expectedReminders > 0);
}

const placeOf = ({ date, step, month }: Firing): string => `${date} ${step.at} ${step.id} ${month}`;

type Firing = DueStep & Readonly<{ zone: Zone; date: CalendarDate }>;

export const firingsIn = (
  zone: Zone,
  date: CalendarDate,
  { plan, rules, now, behind }: Pick<PreviewQuestion, 'plan' | 'rules' | 'now' | 'behind'>,
): readonly Firing[] => [
  ...dueSteps(plan, date, rules)
    .filter(({ step }) => instantAt(zone, date, step.at) > now)
    .map((due) => ({ ...due, zone, date })),
  ...behind
    .filter((each) => each.zone === zone && localDate(zone, each.firesAt) === date)
    .flatMap((each) => firingOf(each, plan, rules)),
];

function firingOf(
  { zone, month, firesAt, owed, ...of }: Behind,
  plan: Plan,
  rules: Rules,
): readonly Firing[] {
  const step = plan.steps.find(({ id }) => id === of.step);
  if (!step || owed !== 'text') return [];
  const firing = { month, zone, date: localDate(zone, firesAt) };
  const superseding = supersededBy(step, month, plan, rules);
  return [
    { ...firing, step: { ...step, at: localTime(zone, firesAt) }, supersededBy: superseding },
  ];
}

export const daysFrom = (from: CalendarDate, to: CalendarDate): readonly CalendarDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days));

type Known = Readonly<{ segments: SegmentCounts; unpaid: UnpaidShare }>;

function dayOf(
  firings: readonly Firing[],
  question: PreviewQuestion,
  { segments, unpaid }: Known,
): readonly PreviewDay[] {
  const [first] = firings;
  if (!first) return [];
  const { date, step, month } = first;
  const partsOf = partsAtMost(first, question.rules);
  const texted = segments
    .filter(({ like }) => firings.some(({ zone }) => zone === like.zone) && isTexted(like, first))
    .map(({ like, workers }) => ({
      workers: addMonths(like.coveredThrough, 1) === month ? workers : 0,
      expected: workers * chanceOfOwing(like, { ...question, month, date, unpaid }),
      parts: partsOf(like),
    }));
  const sum = (of: (each: (typeof texted)[number]) => number): number =>
    texted.reduce((total, each) => total + of(each), 0);
  const rupiahPerPart = rupiahOf(
    { priceUsd: question.settings.priceUsdPerPart },
    question.settings,
  );
  const parts = sum((each) => each.workers * each.parts);
  return [
    {
      ...{ date, step: step.id, month, parts, costRupiah: parts * rupiahPerPart },
      reminders: sum(({ workers }) => workers),
      expectedReminders: Math.round(sum(({ expected }) => expected)),
      expectedCostRupiah: Math.round(sum((each) => each.expected * each.parts) * rupiahPerPart),
    },
  ];
}

function partsAtMost({ step, month }: Firing, { lapseMonths }: Rules): (like: Segment) => number {
  const known = new Map<string, number>();
  return (like) => {
    const reader = `${like.language} ${like.sector}`;
    const parts = known.get(reader) ?? foreseenParts({ reader: like, step, month }, lapseMonths);
    known.set(reader, parts);
    return parts;
  };
}

const isTexted = (like: Segment, { step, date, supersededBy }: Firing): boolean =>
  isMeantFor(like, step) &&
  !supersededBy.some((other) => isMeantFor(like, other)) &&
  (like.reach === 'text' || (/^\d/.test(like.reach) && like.reach <= date));
