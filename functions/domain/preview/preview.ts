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
import { type Behind, placeOf, type Standing } from '#domain/plan/behind/behind';
import { type DueStep, dueSteps, supersededBy } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { Newcomers } from '#domain/preview/newcomers';
import { chanceOfOwing, type UnpaidShare } from '#domain/preview/owing-chance';
import type { Segment } from '#domain/renewals/counting/segment';
import { rupiahOf } from '#domain/sending/budget';
import { isMeantFor } from '#domain/sending/texting/eligibility';
import type { Settings } from '#domain/settings';

export type SegmentCounts = readonly Readonly<{ like: Segment; workers: number }>[];

/**
 * `reminders`, `parts` and `costRupiah`: if nobody pays any more · `expected`: if people pay as
 * before, and so come to owe the next month · `most`: whoever pays, and whenever.
 */
export type PreviewSums = Readonly<{
  reminders: number;
  expectedReminders: number;
  mostReminders: number;
  parts: number;
  costRupiah: number;
  expectedCostRupiah: number;
  mostCostRupiah: number;
}>;

export type PreviewDay = Readonly<{ date: CalendarDate; step: string; month: Month }> & PreviewSums;

type PreviewQuestion = Readonly<{
  plan: Plan;
  rules: Rules;
  settings: Settings;
  from: CalendarDate;
  to: CalendarDate;
  now: Instant;
  /** What the draft puts behind: it goes out once more. */
  behind: readonly Behind[];
  /** What has fired: a step that is moved is sent only to those who came to owe the month since. */
  fired: Standing['fired'];
}>;

/** `unpaid`: as in the past. */
export type Known = Readonly<{
  segments: SegmentCounts;
  unpaid: UnpaidShare;
  newcomers: Newcomers;
}>;

/** From now on: leaves out moments that have passed, and days without texts. */
export function previewDays(question: PreviewQuestion, known: Known): readonly PreviewDay[] {
  const inOrder = firingsBetween(question).toSorted((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1));
  const days = Map.groupBy(inOrder, ({ date, step, month }) => `${date} ${step.id} ${month}`);
  const all = [...days.values()].flatMap((of) => dayOf(of, question, known));
  return all.filter(({ mostReminders }) => mostReminders > 0);
}

/** The months of which a step would fire again: its newcomers have to be known. */
export const monthsFiredBefore = (question: PreviewQuestion): readonly Month[] =>
  [
    ...new Set(
      firingsBetween(question)
        .filter(({ firedAt }) => firedAt !== undefined)
        .map(({ month }) => month),
    ),
  ].sort();

const firingsBetween = (question: PreviewQuestion): readonly Firing[] =>
  daysFrom(question.from, question.to).flatMap((date) =>
    zones.flatMap((zone) => firingsIn(zone, date, question)),
  );

const placeIn = ({ date, step, month }: Firing): string => `${date} ${step.at} ${step.id} ${month}`;

/** `firedAt`: the last time, if it was on another day of the step. */
export type Firing = DueStep &
  Readonly<{ zone: Zone; date: CalendarDate; firedAt?: Instant | undefined }>;

export const firingsIn = (
  zone: Zone,
  date: CalendarDate,
  { plan, rules, now, behind, fired }: Omit<PreviewQuestion, 'settings' | 'from' | 'to'>,
): readonly Firing[] => {
  const firedAt = (step: string, month: Month, moment: Instant): Instant | undefined => {
    const last = fired.get(placeOf({ zone, step, month }));
    return last !== undefined && last < moment ? last : undefined;
  };
  return [
    ...dueSteps(plan, date, rules)
      .map((due) => ({ ...due, zone, date, moment: instantAt(zone, date, due.step.at) }))
      .filter(({ moment }) => moment > now)
      .map(({ moment, ...due }) => ({
        ...due,
        firedAt: firedAt(due.step.id, due.month, moment),
      })),
    ...behind
      .filter((each) => each.zone === zone && localDate(zone, each.firesAt) === date)
      .flatMap((each) =>
        firingOf(each, plan, rules).map((firing) => ({
          ...firing,
          firedAt: firedAt(each.step, each.month, each.moment),
        })),
      ),
  ];
};

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

function dayOf(
  firings: readonly Firing[],
  question: PreviewQuestion,
  known: Known,
): readonly PreviewDay[] {
  const [first] = firings;
  if (!first) return [];
  const { date, step, month } = first;
  const texted = firings.flatMap((firing) => textedBy(firing, question, known));
  return [{ date, step: step.id, month, ...summed(texted, question.settings) }];
}

/** Of some alike: how many texts, of how many parts each. */
export type Texted = Readonly<{ workers: number; expected: number; most: number; parts: number }>;

export function summed(texted: readonly Texted[], settings: Settings): PreviewSums {
  const sum = (of: (each: Texted) => number): number =>
    texted.reduce((total, each) => total + of(each), 0);
  const rupiahPerPart = rupiahOf({ priceUsd: settings.priceUsdPerPart }, settings);
  const parts = sum((each) => each.workers * each.parts);
  return {
    reminders: sum(({ workers }) => workers),
    expectedReminders: Math.round(sum(({ expected }) => expected)),
    mostReminders: sum(({ most }) => most),
    parts,
    costRupiah: parts * rupiahPerPart,
    expectedCostRupiah: Math.round(sum((each) => each.expected * each.parts) * rupiahPerPart),
    mostCostRupiah: sum((each) => each.most * each.parts) * rupiahPerPart,
  };
}

/** Those who owe the month now, and those who would have to pay an earlier one first. */
function textedBy(
  firing: Firing,
  question: PreviewQuestion,
  { segments, unpaid, newcomers }: Known,
): readonly Texted[] {
  const { month, date, zone } = firing;
  const partsOf = partsAtMost(firing, question.rules);
  const reached = segments.filter(({ like }) => like.zone === zone && isReached(like, date));
  const chance = (like: Segment) => chanceOfOwing(like, { ...question, month, date, unpaid });
  const owing = [false, true].flatMap((heldOut) => {
    const those = reached.filter(({ like }) => owes(like) === month && like.heldOut === heldOut);
    if (!isTexted({ heldOut }, firing)) return [];
    const all = those.map(({ like, workers }) => ({
      ...{ workers, most: workers, expected: workers * chance(like) },
      parts: partsOf(like),
    }));
    return firing.firedAt === undefined ? all : atMostNew(all, { ...firing, heldOut }, newcomers);
  });
  const later = reached
    .filter(({ like }) => owes(like) < month)
    .map(({ like, workers }) => ({
      workers: 0,
      most: mayBeTexted(firing) ? workers : 0,
      expected: workers * chance(like) * shareTexted(firing, question.plan),
      parts: partsOf(like),
    }));
  return [...owing, ...later].filter(({ most }) => most > 0);
}

const owes = ({ coveredThrough }: Segment): Month => addMonths(coveredThrough, 1);

/** Channels tell of payments late; a cycle counts from the day that they name. */
const daysForLatePayments = 3;

/** Of a step that fired before, only those who came to owe the month since. */
function atMostNew(
  all: readonly Texted[],
  { zone, month, firedAt, heldOut }: Firing & Readonly<{ heldOut: boolean }>,
  newcomers: Newcomers,
): readonly Texted[] {
  if (firedAt === undefined) return all;
  const sum = (of: 'workers' | 'expected'): number =>
    all.reduce((total, each) => total + each[of], 0);
  const since = localDate(zone, firedAt);
  const newSince = (day: CalendarDate): number =>
    Math.min(sum('workers'), newcomers({ zone, month, heldOut, since: day }));
  const workers = newSince(since);
  const most = newSince(addDays(since, -daysForLatePayments));
  const expected = most > 0 ? (workers * sum('expected')) / sum('workers') : 0;
  return [{ workers, most, expected, parts: Math.max(0, ...all.map(({ parts }) => parts)) }];
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

export const isReached = ({ reach }: Segment, date: CalendarDate): boolean =>
  reach === 'text' || (/^\d/.test(reach) && reach <= date);

const isTexted = (cycle: Pick<Segment, 'heldOut'>, { step, supersededBy: others }: Firing) =>
  isMeantFor(cycle, step) && !others.some((other) => isMeantFor(cycle, other));

/** The lot of a later cycle is not drawn yet. */
const shareTexted = (firing: Firing, { holdoutPercent }: Plan): number =>
  (isTexted({ heldOut: false }, firing) ? 1 - holdoutPercent / 100 : 0) +
  (isTexted({ heldOut: true }, firing) ? holdoutPercent / 100 : 0);

/** A cycle that begins between the two hours gets this step: the other is not owed. */
const mayBeTexted = (firing: Firing): boolean => {
  const supersededBy = firing.supersededBy.filter(({ at }) => at >= firing.step.at);
  return [false, true].some((heldOut) => isTexted({ heldOut }, { ...firing, supersededBy }));
};
