import { type CalendarDate, daysBetween } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { MembersOfMonth } from '#domain/renewals/members';
import type { MembersAnswer, RenewalsAnswer } from '#flows/renewals/show-renewals';
import { barChart, escaped, lineChart, spreadChart } from '#local/simulation/chart';
import { assumptions } from '#local/simulation/habits';
import { style } from '#local/simulation/page-style';
import type { Made } from '#local/simulation/play';
import { count, interval, months, percent, points, rupiah } from '../../bin/numbers.ts';

/** What a page tells: what was put in, and what the report found. */
export type Told = Readonly<{
  made: Made;
  renewals: RenewalsAnswer;
  members: MembersAnswer;
  asOf: CalendarDate;
  texts: number;
  payments: number;
}>;

/** One file that needs nothing else: it can be opened from a disk or sent on. */
export const pageOf = (told: Told): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A simulated year</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>A simulated year</h1>
<p class="lead">${escaped(leadOf(told))}</p>
${sections(told)
  .map(
    ({ title, said, shown }) =>
      `<section>\n<h2>${escaped(title)}</h2>\n<p>${escaped(said)}</p>\n${shown}\n</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;

const leadOf = ({ made, renewals: { items, overall }, texts, payments }: Told): string =>
  `${count(made.workers)} made-up workers, ${made.months} months from ${items[0]?.month} on: ` +
  `${count(payments)} payments, ${count(texts)} texts. Put in: ${points(made.effect)} points by ` +
  `reminding. Found: ${points(overall.effect.points)} points, 95 % interval ` +
  `${interval(overall.effect)}. Of three months ${made.kept} were kept by it; found: ` +
  `${months(overall.monthsKept?.[3])}. None of these people exists; seed ${made.seed} gives the ` +
  'same year again.';

type Section = Readonly<{ title: string; said: string; shown: string }>;

const sections = (told: Told): readonly Section[] => [
  {
    title: 'What the workers do',
    said: 'Drawn anew for each worker and month that they owe. These shares are made up.',
    shown: `<ul>${assumptions(told.made)
      .map((line) => `<li>${escaped(line)}</li>`)
      .join('')}</ul>`,
  },
  {
    title: 'Renewed, by day',
    said:
      'The share of each cohort that had renewed so many days after its due date, ' +
      `${shades(told.renewals.items)}.`,
    shown: curves(told.renewals.items, told.asOf),
  },
  {
    title: 'Reminded against held out',
    said:
      'Percentage points more that had renewed by day 30 among the reminded, with 95 % ' +
      `intervals; ${points(told.made.effect)} were put in.`,
    shown: effects(told),
  },
  {
    title: 'By cohort',
    said: 'What became of the cycles that began by the due date. Cohorts marked * are not final.',
    shown: cohortTable(told.renewals.items),
  },
  {
    title: 'Members, month by month',
    said:
      'Members at the end of each month; the darker part is covered through that month or ' +
      'later.',
    shown: `${memberBars(told.members.items)}${memberTable(told.members.items)}`,
  },
];

/** How the lines are told apart. */
const shades = (items: readonly Renewals[]): string =>
  items.length > 1
    ? `from ${items[0]?.month}, the palest line, to ${items.at(-1)?.month}, the darkest`
    : `${items[0]?.month} alone`;

function curves(items: readonly Renewals[], asOf: CalendarDate): string {
  const due = items.filter((item) => item.due > 0);
  const lines = due.map((item, index) => ({
    name: item.month,
    points: daysOf(item, asOf).map((day) => [day, shareOn(item, day)] as const),
    weight: due.length > 1 ? index / (due.length - 1) : 1,
  }));
  const axes = {
    x: [firstDay, lastDay],
    y: [0, 1],
    xTicks: [-30, 0, 30, 60, 90],
    yTicks: [0, 0.25, 0.5, 0.75, 1],
  } as const;
  return lineChart('Share renewed by day', lines, axes, {
    x: (day) => (day === 0 ? 'due' : `${day > 0 ? '+' : '−'}${Math.abs(day)}`),
    y: percent,
  });
}

/** Those of the chart that are over. */
function daysOf({ dueOn }: Renewals, asOf: CalendarDate): readonly number[] {
  const last = Math.min(lastDay, daysBetween(dueOn, asOf));
  return Array.from({ length: Math.max(0, last - firstDay + 1) }, (_, index) => firstDay + index);
}

const shareOn = ({ curve, due }: Renewals, day: number): number =>
  (curve.findLast(([on]) => on <= day)?.[1] ?? 0) / due;

const firstDay = -30;
/** Who pays later than this has lapsed long ago. */
const lastDay = 90;

function effects({ made, renewals: { items, overall } }: Told): string {
  const spreads = [
    ...items.map(({ month, effect }) => ({
      name: month.slice(2),
      value: effect.points,
      low: effect.low,
      high: effect.high,
    })),
    {
      name: 'all',
      value: overall.effect.points,
      low: overall.effect.low,
      high: overall.effect.high,
    },
  ];
  const known = spreads.flatMap(({ low, high }) =>
    low === null || high === null ? [] : [low, high],
  );
  const [least, most] = [Math.min(-5, ...known), Math.max(10, ...known)];
  // At most eight lines, so that their labels have room.
  const step = [5, 10, 20].find((each) => (most - least) / each <= 6) ?? 50;
  const [from, to] = [step * Math.floor(least / step), step * Math.ceil(most / step)];
  const yTicks = Array.from({ length: (to - from) / step + 1 }, (_, index) => from + step * index);
  const axes = { x: [-0.5, spreads.length - 0.5], y: [from, to], xTicks: [], yTicks } as const;
  return spreadChart('Effect by cohort', spreads, { value: made.effect, name: 'put in' }, axes, {
    x: String,
    y: points,
  });
}

const cohortTable = (items: readonly Renewals[]): string =>
  htmlTable(
    [
      'month',
      'due',
      'on time',
      'in arrears',
      'recovered',
      'lapsed',
      'open',
      'renewal rate',
      'texts',
      'spend',
      'effect',
      'interval',
      'net',
    ],
    items.map((item) => [
      `${item.month}${item.final ? '' : ' *'}`,
      ...[item.due, item.onTime, item.inArrears, item.recovered, item.lapsed, item.open].map(count),
      ...[percent(item.rates.renewal), count(item.reminders.sent), rupiah(item.spendRupiah)],
      ...[points(item.effect.points), interval(item.effect), rupiah(item.net)],
    ]),
  );

function memberBars(items: readonly MembersOfMonth[]): string {
  const most = Math.max(1, ...items.map(({ closing }) => closing));
  const step = 10 ** Math.floor(Math.log10(most));
  const top = Math.ceil(most / step) * step;
  const yTicks = Array.from({ length: 5 }, (_, index) => (top / 4) * index);
  return barChart(
    'Members by month',
    items.map(({ month, active, closing }) => ({
      name: month.slice(2),
      parts: [active, closing - active],
    })),
    top,
    yTicks,
  );
}

const memberTable = (items: readonly MembersOfMonth[]): string =>
  htmlTable(
    [
      'month',
      'opening',
      'joined',
      'rejoined',
      'lapsed',
      'left',
      'closing',
      'active',
      'received',
      'expected',
      'collected',
    ],
    items.map(({ month, opening, joined, rejoined, lapsed, left, closing, active, collection }) => [
      month,
      ...[opening, joined, rejoined, lapsed, left, closing, active].map(count),
      ...[rupiah(collection.received), rupiah(collection.expected), percent(collection.rate)],
    ]),
  );

/** Each cell has its heading too: on a phone a row is shown as a card. */
function htmlTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = heads.map((head) => `<th>${escaped(head)}</th>`).join('');
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => `<td data-head="${escaped(heads[at] ?? '')}">${escaped(cell)}</td>`);
  const lines = rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('');
  return `<table><thead><tr>${headings}</tr></thead><tbody>${lines}</tbody></table>`;
}
