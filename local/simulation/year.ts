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
import { tally } from '#flows/renewals/tally';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { watch } from '#local/memory/watch';
import { chanceOf } from '#local/simulation/chance';
import { decidePaydays, pay } from '#local/simulation/payments';
import { type Made, type PaymentLine, type Play, settings } from '#local/simulation/play';
import { comeAndGo, rosterOn } from '#local/simulation/rosters';
import { deliver, remind } from '#local/simulation/texts';

export type Year = Readonly<{
  memory: InMemoryPorts;
  payments: readonly PaymentLine[];
  from: Month;
  to: Month;
  asOf: CalendarDate;
}>;

const from: Month = '2026-10';

/** Plays day by day, through the flows that run in AWS. `heard` is told how far, 0 to 1. */
export async function playYear(
  made: Made,
  heard: (share: number) => void = () => undefined,
): Promise<Year> {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: made.holdout };
  const memory = inMemoryPorts({
    now: instantAt('Asia/Jakarta', rosterOn, '00:00'),
    shards: settings.shards,
  });
  const play: Play = {
    ...{
      made,
      plan,
      memory,
      changes: watch(memory.state),
      chance: chanceOf(made.seed),
      rules: rulesOf(plan, settings),
    },
    ...{ people: new Map(), intents: new Map(), paydays: new Map(), payments: [] },
  };
  await memory.plans.save({
    plan,
    savedAt: addSeconds(memory.state.now, -1),
    savedBy: 'simulation',
  });
  const to = addMonths(from, made.months - 1);
  const asOf = addDays(firstDay(addMonths(to, 1)), -1);
  const days = daysBetween(rosterOn, asOf);
  for (let day = 0; day <= days; day += 1) {
    await playDay(play, addDays(rosterOn, day));
    heard((day + 1) / (days + 1));
  }
  return { memory, payments: play.payments, from, to, asOf };
}

async function playDay(play: Play, date: CalendarDate): Promise<void> {
  play.memory.state.now = instantAt('Asia/Jakarta', date, '06:00');
  await comeAndGo(play, date);
  await remind(play, date);
  await deliver(play);
  await pay(play, date);
  decidePaydays(play, date);
  await tally({ shard: 'simulation', changes: play.changes.splice(0) }, play.memory);
}
