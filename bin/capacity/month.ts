import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  instantAt,
  type Month,
  secondsBetween,
} from '#domain/calendar/dates';
import { isQuietDay } from '#domain/calendar/holidays';
import { type Zone, zones } from '#domain/calendar/zones';
import { rulesOf } from '#domain/plan/rules';
import type { Asked } from './asked.ts';
import { owedTexts, stillOwed } from './owed-texts.ts';
import { type Demand, type Served, served } from './window.ts';

/** What a slice of the plan owes in a zone; `date`: the day on which it began. */
type Owed = Demand & Readonly<{ zone: Zone; step: string; month: Month; date: CalendarDate }>;

/** `from`, `until`: seconds since midnight in Jakarta. `missed`: after the last day of catch-up. */
export type Day = Readonly<{
  date: CalendarDate;
  steps: readonly string[];
  owed: number;
  sent: number;
  carried: number;
  missed: number;
  from: number | null;
  end: number | null;
}>;

/** Day by day, where so many texts leave a second. */
export function monthAt(asked: Asked, textsPerSecond: number): readonly Day[] {
  const days: Day[] = [];
  let waiting: readonly Owed[] = [];
  for (const date of datesOf(asked.month)) {
    const owed = [...waiting.map((each) => broughtTo(asked, each, date)), ...begun(asked, date)];
    const done = isQuiet(asked, date) ? idle(owed) : served(owed, textsPerSecond);
    const rest = done.map(({ demand, sent }) => ({ ...demand, texts: demand.texts - sent }));
    const kept = rest.filter(({ texts }) => texts >= 1);
    waiting = kept.filter((each) => date < addDays(each.date, asked.plan.catchUpDays));
    days.push({ date, ...summed(done), ...leftOver(kept, waiting) });
  }
  return days;
}

const datesOf = (month: Month): readonly CalendarDate[] =>
  Array.from({ length: 31 }, (_, day) => addDays(firstDay(month), day)).filter(
    (date) => date < firstDay(addMonths(month, 1)),
  );

const isQuiet = ({ plan, stage }: Asked, date: CalendarDate): boolean =>
  isQuietDay(date, plan.quietDays, rulesOf(plan, stage.settings).calendar);

const begun = (asked: Asked, date: CalendarDate): readonly Owed[] =>
  owedTexts(asked, date).flatMap(({ step, month, texts }) =>
    zones.map((zone) => ({
      ...{ zone, step: step.id, month, date, texts: texts * asked.zoneShares[zone] },
      ...windowOf(asked, zone, step.at),
    })),
  );

/** On a day of catch-up texts leave from the morning on; who has paid meanwhile gets none. */
const broughtTo = (asked: Asked, owed: Owed, date: CalendarDate): Owed => ({
  ...owed,
  ...windowOf(asked, owed.zone, asked.plan.quietHours.to),
  texts: owed.texts * stillOwed(asked, owed.month, { from: addDays(date, -1), to: date }),
});

/** From a zone's own time to the evening's quiet hours, as seconds of the day in Jakarta. */
function windowOf({ plan: { quietHours } }: Asked, zone: Zone, at: string) {
  const second = (time: string) =>
    secondsBetween(instantAt('Asia/Jakarta', anyDay, '00:00'), instantAt(zone, anyDay, time));
  const opens = at < quietHours.to ? quietHours.to : at;
  return { from: second(opens), until: second(quietHours.from) };
}

const anyDay = '2026-11-11';

const idle = (owed: readonly Owed[]): readonly Served<Owed>[] =>
  owed.map((demand) => ({ demand, sent: 0, end: null }));

function summed(done: readonly Served<Owed>[]) {
  const ended = done.flatMap(({ end }) => (end === null ? [] : [end]));
  return {
    steps: [...new Set(done.map(({ demand: { step, month } }) => `${step} ${month}`))],
    owed: sum(done.map(({ demand }) => demand.texts)),
    sent: sum(done.map(({ sent }) => sent)),
    from: ended.length === 0 ? null : Math.min(...done.map(({ demand }) => demand.from)),
    end: ended.length === 0 ? null : Math.max(...ended),
  };
}

function leftOver(kept: readonly Owed[], waiting: readonly Owed[]) {
  const carried = sum(waiting.map(({ texts }) => texts));
  return { carried, missed: sum(kept.map(({ texts }) => texts)) - carried };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
