import { addMonths, isMonth } from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import { type Zone, zones } from '#domain/calendar/zones';
import { firstPlan } from '#domain/plan/first-plan';
import { stageNamed } from '#lib/stages';
import { provinces } from '#local/simulation/people';
import type { Asked } from './capacity/asked.ts';
import { pageOf } from './capacity/page.ts';
import { reportOf } from './capacity/report.ts';
import { attempt, readOptions } from './command.ts';
import { numberTyped } from './typed.ts';

const usage = `npm run capacity -- [--workers 42000000] [--due-day 15] [--reminded 60%]
                 [--stage production] [--month 2026-12] [--holdout 10%] [--steps before,eve]
                 [--parts 1] [--paid-in-peak-hour 10%] [--confirmed 0%]

  Works out a month in which so many workers owe the same month: texts day by day, the hours they
  take, the quotas to ask for, what the table has to take, and money. It asks nobody: figures are
  those of bench/RESULTS.md, quotas those of lib/stages.ts.

  --reminded           of all workers, those whom the plan's first step texts
  --due-day            the 15th, or the next working day; another day is moved with its steps
  --steps              of the first plan, by id; without it those that are switched on
  --parts              SMS parts of a text
  --paid-in-peak-hour  of all workers, those who pay in the busiest hour
  --confirmed          of the payments, those that are confirmed by a text

  Example: npm run capacity -- --workers 10000000 --steps before,eve`;

const text = (value: string) => ({ type: 'string', default: value }) as const;
const given = readOptions(
  {
    ...{ workers: text('42000000'), 'due-day': text('15'), reminded: text('60%') },
    ...{ stage: text('production'), month: text(nextMonth()), holdout: text('10%') },
    ...{ steps: text(''), parts: text('1'), confirmed: text('0%') },
    'paid-in-peak-hour': text('10%'),
  },
  usage,
);

function nextMonth(): string {
  return addMonths(new Date().toISOString().slice(0, 7), 1);
}

/** `60%`, as a share of 1. */
function share(name: 'reminded' | 'holdout' | 'paid-in-peak-hour' | 'confirmed', most: number) {
  const [, percent] = /^(\d+(?:[.,]\d+)?) ?%$/.exec(given[name]) ?? [];
  const number = Number(percent?.replace(',', '.'));
  if (percent && number <= most) return number / 100;
  throw new Error(`--${name} ${given[name]} is not a percentage up to ${most}%, such as 10%.`);
}

function planAsked(): Asked['plan'] {
  const plan = { ...firstPlan({ paused: false }), holdoutPercent: 100 * share('holdout', 50) };
  const names = given.steps.split(',').filter(Boolean);
  const unknown = names.find((name) => !plan.steps.some(({ id }) => id === name));
  if (unknown) throw new Error(`The first plan has no step ${unknown}.`);
  const isAsked = (id: string, enabled: boolean) =>
    names.length === 0 ? enabled : names.includes(id);
  return {
    ...plan,
    steps: plan.steps
      .filter(({ id, enabled }) => isAsked(id, enabled))
      .map((step) => ({ ...step, enabled: true })),
  };
}

/** As the made-up workers of a simulation are spread. */
function zoneShares(): Asked['zoneShares'] {
  const people = (zone: Zone) =>
    Object.entries(provinces)
      .filter(([province]) => zoneOf(province) === zone)
      .reduce((sum, [, percent]) => sum + percent / 100, 0);
  return Object.fromEntries(zones.map((zone) => [zone, people(zone)])) as Record<Zone, number>;
}

await attempt(async () => {
  if (!isMonth(given.month)) throw new Error(`--month ${given.month} is not a month: 2026-12.`);
  const asked: Asked = {
    ...{ stage: stageNamed(given.stage), month: given.month, plan: planAsked() },
    ...{ workers: numberTyped('workers', given.workers, { from: 1, to: 300_000_000 }) },
    ...{ reminded: share('reminded', 90), confirmed: share('confirmed', 100) },
    dueShiftDays: numberTyped('due-day', given['due-day'], { from: 1, to: 28 }) - 15,
    partsPerText: numberTyped('parts', given.parts, { from: 1, to: 3 }),
    paidInPeakHour: share('paid-in-peak-hour', 100),
    zoneShares: zoneShares(),
  };
  console.log(pageOf(asked, reportOf(asked)));
});
