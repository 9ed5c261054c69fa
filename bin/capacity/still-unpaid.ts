import { shares } from '#local/simulation/habits';

/**
 * The share of those who owe a month that has not paid it when the texts of a day leave, `days`
 * after its due date (negative: before it). Texts move nobody here, so the real numbers are lower.
 */
export const stillUnpaid = (days: number): number =>
  1 -
  shares.onTime * passed(days, -12, 0) -
  shares.late * passed(days, 1, 30) -
  shares.veryLate * passed(days, 31, 70) -
  shares.lapse * shares.back * passed(days, 100, 190);

/** Of those whose payday is drawn from these days, both included, the share whose day is over. */
const passed = (days: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (days - from) / (to - from + 1)));
