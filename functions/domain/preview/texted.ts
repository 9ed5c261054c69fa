import {
  addDays,
  addMonths,
  type CalendarDate,
  localDate,
  type Month,
} from '#domain/calendar/dates';
import { foreseenParts } from '#domain/messages/foreseen-parts';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { Firing, PreviewQuestion } from '#domain/preview/firings';
import type { Newcomers } from '#domain/preview/newcomers';
import { chanceOfOwing, type UnpaidShare } from '#domain/preview/owing-chance';
import type { Segment } from '#domain/renewals/counting/segment';
import { isMeantFor } from '#domain/sending/texting/eligibility';

export type SegmentCounts = readonly Readonly<{ like: Segment; workers: number }>[];

/** `unpaid`: as in the past. */
export type Known = Readonly<{
  segments: SegmentCounts;
  unpaid: UnpaidShare;
  newcomers: Newcomers;
}>;

/** Of some alike: how many texts, of how many parts each. */
export type Texted = Readonly<{ workers: number; expected: number; most: number; parts: number }>;

/** Those who owe the month now, and those who would have to pay an earlier one first. */
export function textedBy(
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
