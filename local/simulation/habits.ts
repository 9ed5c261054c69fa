import { addDays, type CalendarDate, type Month } from '#domain/calendar/dates';
import { between, type Chance, oneOf } from '#local/simulation/chance';
import { percent, points } from '../../bin/numbers.ts';

/**
 * What made-up workers do about a month that they owe, drawn for each month; days count from its
 * due date. The shares are made up, of the order that studies of informal workers name, and each
 * report of a simulation lists them.
 */
export const shares = {
  /** Pay by themselves in the twelve days before the due date, or on it. */
  onTime: 0.62,
  /** By themselves on one of the days 1 to 30. */
  late: 0.17,
  /** On one of the days 31 to 70, all that is unpaid; a reminder moves some of these. */
  veryLate: 0.17,
  /** Not before membership has lapsed, the share `back` of them half a year later. */
  lapse: 0.04,
  back: 0.25,
  /** Of those who pay in time: 3, 6 or 12 months at once. */
  several: 0.08,
  /** Have no phone: nobody reminds them. */
  noPhone: 0.03,
  /** Of the texts: do not arrive. */
  undelivered: 0.04,
  /** In each month, of the workers at the start: join, or leave (a job, abroad, death). */
  joining: 0.006,
  leaving: 0.002,
} as const;

/** In points, the most that can be told from the very late: for effect and months kept together. */
export const largestEffect = 15;

/** A worker who lapses keeps none of three months. */
const monthsOfLapse = 3;

/** Of a cohort, in points, who stay only because they are reminded. */
const stayingPoints = (kept: number): number => (100 * kept) / monthsOfLapse;

/** Rounded, so that what is left can be typed. */
export const largestKept = (effect: number): number =>
  Math.floor(((largestEffect - effect) * monthsOfLapse * 100) / 100) / 100;

/**
 * `on`: the day they pay without a reminder, null for never. `moved`: a reminder makes them pay
 * within three days. `stays`: the day they pay if they are reminded, and otherwise not before they
 * have lapsed. `months` at once, null for all that is owed.
 */
export type Intent = Readonly<{
  on: CalendarDate | null;
  moved: boolean;
  stays: CalendarDate | null;
  months: number | null;
}>;

type Drawn = Readonly<{ dueOn: CalendarDate; effect: number; kept: number; chance: Chance }>;

/**
 * `effect` in points: so many in 100 pay by day 30 if reminded, and otherwise very late. `kept` in
 * months: of the very late so many pay only if reminded that three months are kept so much longer.
 */
export function intentOf(
  workerId: string,
  month: Month,
  { dueOn, effect, kept, chance }: Drawn,
): Intent {
  const draw = (what: string): number => chance(workerId, month, what);
  const share = draw('what');
  const day = (from: number, to: number): CalendarDate =>
    addDays(dueOn, between(draw('day'), from, to));
  if (share < shares.onTime) {
    const several = draw('several') < shares.several;
    return {
      on: day(-12, 0),
      ...{ moved: false, stays: null },
      months: several ? Number(oneOf(draw('months'), { 3: 6, 6: 3, 12: 1 })) : null,
    };
  }
  const rest = share - shares.onTime;
  const all = { moved: false, stays: null, months: null } as const;
  const afterLapse = draw('back') < shares.back ? day(100, 190) : null;
  if (rest < shares.late) return { ...all, on: day(1, 30) };
  const veryLate = 100 * (rest - shares.late);
  if (veryLate >= 100 * shares.veryLate) return { ...all, on: afterLapse };
  if (veryLate < effect) return { ...all, on: day(31, 70), moved: true };
  if (veryLate < effect + stayingPoints(kept))
    return { ...all, on: afterLapse, stays: day(31, 70) };
  return { ...all, on: day(31, 70) };
}

/** A worker whom a text moves pays on one of the three days after it. */
export const movedOn = (
  workerId: string,
  month: Month,
  texted: CalendarDate,
  chance: Chance,
): CalendarDate => addDays(texted, between(chance(workerId, month, 'moved'), 1, 3));

type Put = Readonly<{ effect: number; kept: number; holdout: number }>;

/** In sentences, so that nobody takes a simulated year for a real one. */
export const assumptions = ({ effect, kept, holdout }: Put): readonly string[] => [
  `${percent(shares.onTime)} pay by themselves in the twelve days before the due date or on ` +
    `it; ${percent(shares.several)} of these 3, 6 or 12 months at once.`,
  `${percent(shares.late)} pay by themselves on one of the 30 days after it.`,
  `${percent(shares.veryLate)} pay on one of the days 31 to 70, all that is unpaid by then.`,
  `${percent(shares.lapse)} let their membership lapse; ${percent(shares.back)} of these ` +
    'come back half a year later.',
  `A reminder moves ${points(effect)} points, of those who would pay on the days 31 to 70, ` +
    'to pay within three days of a text, and by day 30.',
  ...(kept > 0
    ? [
        `${points(stayingPoints(kept))} points of them pay only if they are reminded, and ` +
          `otherwise lapse: ${kept} of three months are kept by it.`,
      ]
    : []),
  `${holdout} % of the cycles that can be texted are held out. ${percent(shares.noPhone)} of ` +
    `the workers have no phone; ${percent(shares.undelivered)} of the texts do not arrive.`,
  `Each month ${percent(shares.joining)} as many as at the beginning join, and ` +
    `${percent(shares.leaving)} leave.`,
];
