import { addDays, type CalendarDate, type Month } from '#domain/calendar/dates';
import { between, type Chance, oneOf } from '#local/simulation/chance';
import { percent, points } from '../../bin/numbers.ts';

/**
 * What made-up workers do about a month that they owe, drawn for each month; days count from its due
 * date. The shares are made up, of the order that studies of informal workers name, and each report
 * of a simulation lists them.
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

/** In points, the most that can be told from the very late. */
export const largestEffect = 15;

/**
 * `on`: the day they pay without a reminder, null for never. `moved`: a reminder makes them pay within
 * three days. `months` at once, null for all that is owed.
 */
export type Intent = Readonly<{ on: CalendarDate | null; moved: boolean; months: number | null }>;

/** `effect` in points: so many in 100 pay by day 30 if reminded, and otherwise very late. */
export function intentOf(
  workerId: string,
  month: Month,
  { dueOn, effect, chance }: { dueOn: CalendarDate; effect: number; chance: Chance },
): Intent {
  const draw = (what: string): number => chance(workerId, month, what);
  const share = draw('what');
  const day = (from: number, to: number): CalendarDate =>
    addDays(dueOn, between(draw('day'), from, to));
  if (share < shares.onTime) {
    const several = draw('several') < shares.several;
    return {
      on: day(-12, 0),
      moved: false,
      months: several ? Number(oneOf(draw('months'), { 3: 6, 6: 3, 12: 1 })) : null,
    };
  }
  const rest = share - shares.onTime;
  if (rest < shares.late) return { on: day(1, 30), moved: false, months: null };
  if (rest < shares.late + shares.veryLate)
    return { on: day(31, 70), moved: rest < shares.late + effect / 100, months: null };
  return { on: draw('back') < shares.back ? day(100, 190) : null, moved: false, months: null };
}

/** A worker whom a text moves pays on one of the three days after it. */
export const movedOn = (
  workerId: string,
  month: Month,
  texted: CalendarDate,
  chance: Chance,
): CalendarDate => addDays(texted, between(chance(workerId, month, 'moved'), 1, 3));

type Put = Readonly<{ effect: number; holdout: number }>;

/** In sentences, so that nobody takes a simulated year for a real one. */
export const assumptions = ({ effect, holdout }: Put): readonly string[] => [
  `${percent(shares.onTime)} pay by themselves in the twelve days before the due date or on it; ${percent(shares.several)} of these 3, 6 or 12 months at once.`,
  `${percent(shares.late)} pay by themselves on one of the 30 days after it.`,
  `${percent(shares.veryLate)} pay on one of the days 31 to 70, all that is unpaid by then.`,
  `${percent(shares.lapse)} let their membership lapse; ${percent(shares.back)} of these come back half a year later.`,
  `A reminder moves ${points(effect)} points, of those who would pay on the days 31 to 70, to pay within three days of a text, and by day 30.`,
  `${holdout} % of the cycles that can be texted are held out. ${percent(shares.noPhone)} of the workers have no phone; ${percent(shares.undelivered)} of the texts do not arrive.`,
  `Each month ${percent(shares.joining)} as many as at the beginning join, and ${percent(shares.leaving)} leave.`,
];
