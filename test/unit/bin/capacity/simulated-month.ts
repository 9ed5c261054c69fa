import { shares } from '#local/simulation/habits';

/**
 * A month of 42 million in counts: ten minutes after ten minutes, cohorts of a zone whose payday is
 * the same. Nothing of bin/capacity is used: dates, windows and the order of sending are said anew.
 */
export type MonthAsked = Readonly<{
  workers: number;
  textsPerSecond: number;
  /**
   * Of all workers, those who would be texted if nobody had paid; the rest have no phone or a lot.
   */
  reachable: number;
  heldOut: number;
  catchUpDays: number;
  days: number;
  /** Days of the month on which no text leaves. */
  quietDays: readonly number[];
  /** `dueDay` of the month that the step is about, as a day of this month: -29 is in the last. */
  steps: readonly Readonly<{ day: number; dueDay: number; toHeldOut: boolean }>[];
}>;

/** `end`: minutes since Jakarta's midnight at which a day's last text left. */
export type SimulatedDay = Readonly<{ day: number; sent: number; end: number; missed: number }>;

const zones = [
  { share: 0.06, ahead: 120 },
  { share: 0.2, ahead: 60 },
  { share: 0.74, ahead: 0 },
] as const;
const tick = 10;
const [opens, firing, closes] = [8 * 60, 9 * 60, 20 * 60];

/** Workers of a zone, by the day of the month on which they will pay; who never does is at 999. */
type Cohorts = Map<number, number>;
type Slice = { zone: (typeof zones)[number]; day: number; waiting: Cohorts };

export function simulateMonth(asked: MonthAsked): readonly SimulatedDay[] {
  const slices: Slice[] = [];
  const days: SimulatedDay[] = [];
  for (let day = 1; day <= asked.days; day += 1) {
    let [sent, end] = [0, 0];
    for (let minute = 0; minute < 24 * 60; minute += tick) {
      for (const zone of zones) {
        const local = minute + zone.ahead;
        if (local === firing) slices.push(...begun(asked, zone, day));
        if (local >= 10 * 60 && local < 20 * 60 && local % 60 === 0) pay(slices, zone, day);
      }
      const left = asked.quietDays.includes(day) ? 0 : send(slices, { asked, day, minute });
      if (left > 0) end = minute + tick;
      sent += left;
    }
    days.push({ day, sent, end, missed: giveUp(slices, day - asked.catchUpDays) });
  }
  return days;
}

function begun(asked: MonthAsked, zone: (typeof zones)[number], day: number): Slice[] {
  return asked.steps
    .filter((step) => step.day === day)
    .map(({ dueDay, toHeldOut }) => {
      const texted = asked.reachable + (toHeldOut ? asked.heldOut : 0);
      const people = asked.workers * zone.share * texted;
      const all = [...paydays(people, dueDay)];
      return { zone, day, waiting: new Map(all.filter(([payday]) => payday >= day)) };
    });
}

/** Everybody's payday, of those who owe a month that is due on `dueDay`. */
function paydays(people: number, dueDay: number): Cohorts {
  const cohorts: Cohorts = new Map();
  const spread = (share: number, from: number, to: number): void => {
    for (let day = from; day <= to; day += 1)
      cohorts.set(dueDay + day, (people * share) / (to - from + 1));
  };
  spread(shares.onTime, -12, 0);
  spread(shares.late, 1, 30);
  spread(shares.veryLate, 31, 70);
  cohorts.set(999, people * shares.lapse);
  return cohorts;
}

/**
 * From ten to nineteen a tenth of the day's payers pays each hour: who waits for a text gets none.
 */
function pay(slices: readonly Slice[], zone: Slice['zone'], day: number): void {
  for (const slice of slices.filter((each) => each.zone === zone)) {
    const payers = slice.waiting.get(day) ?? 0;
    // What is left of them at ten is all; each hour takes as many as the next.
    const hours = paidHours.get(slice)?.day === day ? (paidHours.get(slice)?.hours ?? 0) : 0;
    slice.waiting.set(day, payers * (1 - 1 / (10 - hours)));
    paidHours.set(slice, { day, hours: hours + 1 });
  }
}

const paidHours = new WeakMap<Slice, Readonly<{ day: number; hours: number }>>();

type Moment = Readonly<{ asked: MonthAsked; day: number; minute: number }>;

/** Slices in their window take turns, so each gets as much as another until it has nobody left. */
function send(slices: readonly Slice[], { asked, day, minute }: Moment): number {
  const mayText = ({ zone, day: began }: Slice): boolean => {
    const local = minute + zone.ahead;
    return local >= (began === day ? firing : opens) && local < closes;
  };
  let room = asked.textsPerSecond * tick * 60;
  let sent = 0;
  for (let open = slices.filter(mayText); room > 0.5; ) {
    open = open.filter(({ waiting }) => total(waiting) > 0.5);
    if (open.length === 0) break;
    const turn = Math.min(room / open.length, ...open.map(({ waiting }) => total(waiting)));
    for (const { waiting } of open) take(waiting, turn);
    room -= turn * open.length;
    sent += turn * open.length;
  }
  return sent;
}

/** By worker id, which says nothing of a payday: of each cohort the same share. */
function take(waiting: Cohorts, texts: number): void {
  const kept = 1 - texts / total(waiting);
  for (const [payday, people] of waiting) waiting.set(payday, people * kept);
}

/** After the last window of the day on which they began, with its days of catch-up. */
function giveUp(slices: Slice[], began: number): number {
  const over = slices.filter(({ day }) => day <= began);
  slices.splice(0, slices.length, ...slices.filter(({ day }) => day > began));
  return over.reduce((sum, { waiting }) => sum + total(waiting), 0);
}

const total = (cohorts: Cohorts): number =>
  [...cohorts.values()].reduce((sum, people) => sum + people, 0);
