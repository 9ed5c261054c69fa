import {
  addDays,
  addMonths,
  addSeconds,
  type CalendarDate,
  daysBetween,
  firstDay,
  instantAt,
  type Month,
} from '#domain/calendar/dates';
import { firstPlan } from '#domain/plan/first-plan';
import { rulesOf } from '#domain/plan/rules';
import type { RowChange } from '#flows/renewals/count-store';
import { tally } from '#flows/renewals/tally';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { watch } from '#local/memory/watch';
import { chanceOf } from '#local/simulation/chance';
import { netChanges } from '#local/simulation/net-changes';
import { decidePaydays, pay } from '#local/simulation/payments';
import {
  type Made,
  type PaymentLine,
  type Play,
  type Stage,
  settings,
} from '#local/simulation/play';
import { comeAndGo, rosterOn } from '#local/simulation/rosters';
import { deliver, remind } from '#local/simulation/texts';

export type Year = Readonly<{
  memory: InMemoryPorts;
  payments: readonly PaymentLine[];
  from: Month;
  to: Month;
  asOf: CalendarDate;
}>;

/** Plays day by day, through the flows that run in AWS. `heard` is told how far, 0 to 1. */
export async function playYear(
  made: Made,
  heard: (share: number) => void = () => undefined,
): Promise<Year> {
  const from: Month = '2026-10';
  const begun = instantAt('Asia/Jakarta', rosterOn(from), '00:00');
  const memory = inMemoryPorts({ now: begun, shards: settings.shards });
  const { workers } = memory.state;
  const stage = { memory, settings, changes: watch(memory.state), workers, from, first: 0 };
  const play = await begin(stage, made);
  const to = addMonths(from, made.months - 1);
  const asOf = addDays(firstDay(addMonths(to, 1)), -1);
  await playDays(play, asOf, { heard });
  return { memory, payments: play.payments, from, to, asOf };
}

export async function begin(stage: Stage, made: Made): Promise<Play> {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: made.holdout };
  const { memory, settings } = stage;
  const savedAt = addSeconds(memory.state.now, -1);
  await memory.plans.save({ plan, savedAt, savedBy: 'deployment' });
  return {
    ...stage,
    ...{ made, plan, chance: chanceOf(made.seed), rules: rulesOf(plan, settings) },
    ...{ people: new Map(), intents: new Map(), paydays: new Map(), payments: [] },
  };
}

type Days = Readonly<{
  heard: (share: number) => void;
  /** What else happens on a day, after the texts of its morning. */
  byDay?: (date: CalendarDate) => Promise<void>;
  byNight?: (date: CalendarDate) => Promise<void>;
  /** Takes what has changed since, in the order of its positions; without it memory counts. */
  count?: (changes: readonly RowChange[]) => unknown;
}>;

export async function playDays(play: Play, last: CalendarDate, days: Days): Promise<void> {
  const first = rosterOn(play.from);
  const all = daysBetween(first, last) + 1;
  const { count = (changes) => tally({ shard: 'simulation', changes }, play.memory) } = days;
  const uncounted: RowChange[] = [];
  for (let day = 1; day <= all; day += 1) {
    await playDay(play, addDays(first, day - 1), days);
    uncounted.push(...play.changes.splice(0));
    // Much of what four weeks change in the counters meets in the same one.
    if (day % 28 === 0 || day === all) await count(netChanges(uncounted.splice(0)));
    days.heard(day / all);
  }
}

async function playDay(play: Play, date: CalendarDate, { byDay, byNight }: Days): Promise<void> {
  play.memory.state.now = instantAt('Asia/Jakarta', date, '06:00');
  await comeAndGo(play, date);
  await remind(play, date);
  await deliver(play);
  await byDay?.(date);
  await pay(play, date);
  decidePaydays(play, date);
  await byNight?.(date);
}
