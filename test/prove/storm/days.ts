/**
 * The days of the storm, worked out by hand. November's contribution is due on Monday 16 November
 * 2026, since the 15th is a Sunday; who is covered through August lapses on 1 December.
 */
export const begins = '2026-11-10T08:00+07:00';
/** The last days' closing passes are over. */
export const ends = '2026-11-26T12:00+07:00';

export type StepDay = Readonly<{
  step: string;
  month: string;
  date: string;
  /** Local; an admin may move it between the two. */
  from: string;
  to: string;
  /** When the last window is over, even where the plan was paused to the end of the round. */
  closes: string;
  toHeldOut: boolean;
}>;

const on = (
  step: string,
  month: string,
  date: string,
  at: string,
  more: Partial<StepDay> = {},
) => ({
  ...{ step, month, date, from: at, to: at, closes: dayAfter(date), toHeldOut: false },
  ...more,
});

/** Each step for each month whose moment falls into the storm. */
export const stepDays: readonly StepDay[] = [
  // Five days before, three times a day.
  on('before', '2026-11', '2026-11-11', '09:00'),
  on('noon', '2026-11', '2026-11-11', '12:00', { to: '19:59' }),
  on('evening', '2026-11', '2026-11-11', '19:45'),
  // The eve is Sunday the 15th, a quiet day: what is resumed on Saturday night leaves on Monday.
  on('eve', '2026-11', '2026-11-14', '09:00', { closes: '2026-11-16' }),
  on('last-call', '2026-09', '2026-11-16', '09:00', { toHeldOut: true }),
  on('after', '2026-11', '2026-11-23', '09:00'),
];

/** Over the end of its last window; nobody knows who had their text before. */
export const lastDeath = { downFor: 40, step: 'after' };

/** A stretch of time that is played in one go while things go wrong. Nine is first in Jayapura. */
export type Round = Readonly<{ date: string; from: string; to: string; times: readonly string[] }>;

export const rounds: readonly Round[] = [
  round('2026-11-11T06:58', '2026-11-11T11:30', '09:00'),
  round('2026-11-11T11:31', '2026-11-11T17:30', '12:00', '12:30', '13:00'),
  // Into the night, and the first hour of the day after.
  round('2026-11-11T17:44', '2026-11-12T08:40', '19:45'),
  round('2026-11-14T06:58', '2026-11-14T21:00', '09:00'),
  round('2026-11-16T06:58', '2026-11-16T13:00', '09:00'),
  // It is nine in Jayapura and in Makassar, but not in Jakarta, when the stage goes down.
  round('2026-11-23T06:58', '2026-11-23T08:20', '09:00'),
];

function round(from: string, to: string, ...times: readonly string[]): Round {
  return { date: from.slice(0, 10), from: `${from}+07:00`, to: `${to}+07:00`, times };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
