import { count } from '../numbers.ts';
import type { Asked } from './asked.ts';
import { importPaces, writesForImport } from './import-time.ts';
import { isShort, type Limit } from './limits.ts';
import { writesIn } from './load.ts';
import { measured } from './measured.ts';
import { type Day, sum } from './month.ts';
import { prices } from './prices.ts';
import type { Report, Way } from './report.ts';

/**
 * What a person reads: the days at the rate that is needed, what limits them, money, the verdict.
 */
export const pageOf = (asked: Asked, report: Report): string =>
  [
    ...daysOf(report),
    ...limitsOf(report.limits),
    ...moneyOf(report),
    ...importOf(asked),
    ...exportOf(report),
    ...waysOf(report),
    verdictOf(asked, report),
  ].join('\n');

function daysOf({ needed: { days, textsPerSecond, senders } }: Report): readonly string[] {
  const busy = days.filter(({ owed }) => owed > 0);
  const most = Math.max(...busy.map(({ sent }) => sent));
  const rows = busy.map((day) => [
    day.date,
    day.steps.join(', '),
    count(day.sent),
    `${clockAt(day.from)}–${clockAt(day.end)}`,
    `${hours(day)} h`,
    '█'.repeat(Math.round((20 * day.sent) / most)),
  ]);
  return [
    `Day by day, at ${count(textsPerSecond)} texts a second (hours of Jakarta):`,
    ...tableOf([['day', 'steps', 'texts', 'leave', 'last', ''], ...rows]),
    `That rate takes ${count(senders)} senders at once. ${reachedBy(textsPerSecond)}`,
    '',
  ];
}

/** Of the rates that were tried, the lowest that is not below this one. */
function reachedBy(textsPerSecond: number): string {
  const tried = Object.entries(measured.reached).find(([rate]) => Number(rate) >= textsPerSecond);
  return tried
    ? `Played at ${count(Number(tried[0]))} a second, senders reached ${percent(tried[1].value)} %.`
    : 'No simulation has tried so high a rate.';
}

const percent = (value: number): string =>
  value.toLocaleString('id-ID', { maximumFractionDigits: 1 });

/** The stream remembers a day; a recount has to end before it forgets. */
const exportOf = ({ hours: { rows, verify, recount } }: Report): readonly string[] => [
  `After a year the table has ${count(rows)} rows. On one core a verification of its export ` +
    `takes ${percent(verify)} h, a recount ${percent(recount)} h` +
    (recount < 24 ? '.' : ': longer than the day that the stream remembers.'),
  '',
];

const limitsOf = (limits: readonly Limit[]): readonly string[] => [
  'What it needs, and what there is:',
  ...tableOf([
    ['', 'there is', 'needs', '', ''],
    ...limits.map((limit) => [
      limit.name,
      count(limit.has),
      limit.needs === null ? 'no value is enough' : count(limit.needs),
      limit.unit,
      isShort(limit) ? `→ ${limit.remedy}` : '',
    ]),
  ]),
  '',
];

function moneyOf({ messagesUsd, lines, needed: { load } }: Report): readonly string[] {
  const services = sum(lines.map(({ usd }) => usd));
  return [
    `The month’s money: messages US$${count(messagesUsd)} (the price of lib/stages.ts).`,
    `Everything else some US$${count(services)}, estimated from list prices of US East + ` +
      `${Math.round(100 * (prices.jakarta - 1))} % (bin/capacity/prices.ts):`,
    ...tableOf(
      lines.map(({ what, amount, unit, usd }) => [what, count(amount), unit, `US$${count(usd)}`]),
    ),
    `At the busiest the table takes ${count(writesIn(load, 'second'))} write units a second.`,
    '',
  ];
}

/** Functions that are faster than the table wait for it. */
const importOf = (asked: Asked): readonly string[] => [
  `A roster of ${count(asked.workers)} new workers takes as long as the slower of functions ` +
    'and table:',
  ...tableOf([
    ['', 'rows a second', 'hours'],
    ...importPaces(asked).map(({ what, rowsASecond, hours }) => [
      what,
      count(rowsASecond),
      decimal(hours),
    ]),
  ]),
  `  Two hours need ${count(writesForImport(asked, 2))} write units a second: the table can ` +
    'be warmed',
  '  for that before (aws dynamodb update-table --warm-throughput), for the price of those units.',
  '',
];

function waysOf({ allowed, ways }: Report): readonly string[] {
  if (allowed.missed === 0) return [];
  return [
    `At the ${count(allowed.textsPerSecond)} texts a second of today ${count(allowed.missed)} ` +
      'texts would never be sent. What else could be changed:',
    ...tableOf([
      ['', 'never sent', 'or a second'],
      ...ways.map(({ what, missed, needed }: Way) => [
        what,
        count(missed),
        needed === null ? '-' : count(needed),
      ]),
    ]),
    '  Another channel (WhatsApp: 80 to 1.000 messages a second a number) or a second region adds',
    '  its rate to this one.',
    '',
  ];
}

function verdictOf(asked: Asked, { allowed, forbids, limits }: Report): string {
  const later = sum(allowed.days.map(({ carried }) => carried));
  const tables = limits.filter(isShort).filter((limit) => !forbids.includes(limit));
  if (forbids.length > 0) return `Not everyone is reminded: ${forbids.map(forbidding).join('; ')}.`;
  const everyone =
    later === 0
      ? 'Everyone is reminded in the window of their day'
      : `Everyone is reminded in the window, ${count(later)} of the texts on a later day`;
  const but =
    tables.length === 0 ? '' : `, once ${tables.map(({ name }) => name).join(', ')} is raised`;
  return `${everyone}${but}, on the stage ${asked.stage.settings.stage}.`;
}

const forbidding = ({ name, unit, has, needs }: Limit): string =>
  `${name} is ${count(has)} ${unit}, and ` +
  (needs === null ? 'no value would be enough' : `${count(needs)} are needed`);

const hours = ({ from, end }: Day): string => decimal(((end ?? 0) - (from ?? 0)) / 3_600);

const decimal = (number: number): string =>
  number.toLocaleString('id-ID', { maximumFractionDigits: 1 });

function clockAt(second: number | null): string {
  const minutes = Math.ceil((second ?? 0) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Numbers stand under each other, words begin under each other. */
function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = (cell: string) => /^[-\d.,US$]+$/.test(cell);
  return rows.map((row) =>
    `  ${row
      .map((cell, column) =>
        isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}
