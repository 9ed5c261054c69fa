import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate, localTime } from '#domain/calendar/dates';
import { csvLine } from '#domain/csv/text';
import { members, renewals } from '#flows/renewals/show-renewals';
import { assumptions, largestEffect, largestKept } from '#local/simulation/habits';
import { pageOf } from '#local/simulation/page';
import { type Made, type PaymentLine, settings } from '#local/simulation/play';
import { playYear, type Year } from '#local/simulation/year';
import { attempt, readOptions } from './command.ts';
import { interval, months, points } from './numbers.ts';
import { withBar } from './progress.ts';
import { numberTyped } from './typed.ts';

const usage = `npm run simulate -- [--workers 5000] [--months 12] [--effect 4] [--kept 0]
                    [--holdout 10] [--seed 1] [--out simulation]

  Plays made-up workers through the real flows, in memory, from October 2026 on. Writes
  payments.csv, which npm run import:payments can read, and report.html.

  --effect   how many percentage points more renew by day 30 because they are reminded,
             0 to ${largestEffect}
  --kept     how many of three months each keeps more because they are reminded;
             100 times a third of it and the effect are ${largestEffect} together at most
  --holdout  how many percent are held out, 0 to 90
  --seed     the same seed gives the same year
  --out      the folder for the two files

  Example: npm run simulate -- --workers 2000 --effect 6`;

const text = (value: string) => ({ type: 'string', default: value }) as const;
const given = readOptions(
  {
    workers: text('5000'),
    months: text('12'),
    effect: text('4'),
    kept: text('0'),
    holdout: text('10'),
    seed: text('1'),
    out: text('simulation'),
  },
  usage,
);

type Bounds = Parameters<typeof numberTyped>[2];

const numberIn = (name: Exclude<keyof typeof given, 'out'>, bounds: Bounds): number =>
  numberTyped(name, given[name], bounds);

async function main(): Promise<void> {
  const effect = numberIn('effect', { from: 0, to: largestEffect, whole: false });
  const made: Made = {
    workers: numberIn('workers', { from: 1, to: 50_000 }),
    months: numberIn('months', { from: 1, to: 14 }),
    effect,
    kept: numberIn('kept', { from: 0, to: largestKept(effect), whole: false }),
    holdout: numberIn('holdout', { from: 0, to: 90 }),
    seed: numberIn('seed', { from: 0, to: 2 ** 31 }),
  };
  mkdirSync(given.out, { recursive: true });
  console.log(['What these workers do is made up:', ...assumptions(made)].join('\n  '));
  console.log(await written(made, await withBar((heard) => playYear(made, heard))));
}

/** Writes both files and answers what they show. */
async function written(made: Made, year: Year): Promise<string> {
  const { memory, asOf, payments } = year;
  const told = {
    renewals: await renewals({ ...year, by: null }, memory, settings),
    members: await members(year, memory, settings),
  };
  const [csv, page] = [join(given.out, 'payments.csv'), join(given.out, 'report.html')];
  writeFileSync(csv, csvOf(payments));
  const counts = { texts: memory.state.outbox.length, payments: payments.length };
  writeFileSync(page, pageOf({ made, ...told, asOf, ...counts }));
  const { effect, monthsKept } = told.renewals.overall;
  return [
    `Put in: ${points(made.effect)} points. ` +
      `Found: ${points(effect.points)} points, 95 % interval ${interval(effect)}.`,
    `Put in: ${made.kept} of three months. Found: ${months(monthsKept?.[3])}.`,
    `${page} shows the year; its ${payments.length} payments are in ${csv}.`,
  ].join('\n');
}

/** For npm run import:payments, which reads a time without a zone as Jakarta's. */
const csvOf = (payments: readonly PaymentLine[]): string =>
  [
    ['reference', 'channel', 'nik', 'amount', 'paid_at', 'months'],
    ...payments.map(({ reference, channel, nik, amount, paidAt, months }) => {
      const paidOn = `${localDate('Asia/Jakarta', paidAt)} ${localTime('Asia/Jakarta', paidAt)}`;
      return [reference, channel, nik, amount, paidOn, months];
    }),
  ]
    .map((row) => `${csvLine(row, ',')}\n`)
    .join('');

await attempt(main);
