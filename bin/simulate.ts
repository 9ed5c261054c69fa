import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { localDate, localTime } from '#domain/calendar/dates';
import { csvLine } from '#domain/csv/text';
import { members, renewals } from '#flows/renewals/show-renewals';
import { assumptions, largestEffect } from '#local/simulation/habits';
import { pageOf } from '#local/simulation/page';
import { type Made, type PaymentLine, settings } from '#local/simulation/play';
import { playYear } from '#local/simulation/year';
import { interval, points } from './numbers.ts';
import { readOptions } from './options.ts';

const usage = `npm run simulate -- [--workers 5000] [--months 12] [--effect 4] [--holdout 10] [--seed 1] [--out simulation]

  Plays made-up workers through the real flows, in memory, from October 2026 on. Writes payments.csv, as npm run import:payments takes it, and report.html.

  --effect   how many percentage points more renew by day 30 when they are reminded, 0 to ${largestEffect}
  --holdout  how many percent are held out, 0 to 90
  --seed     the same seed gives the same year
  --out      the folder into which it writes`;

const text = (value: string) => ({ type: 'string', default: value }) as const;
const given = readOptions(
  {
    workers: text('5000'),
    months: text('12'),
    effect: text('4'),
    holdout: text('10'),
    seed: text('1'),
    out: text('simulation'),
  },
  usage,
);

/** A number within bounds; else one sentence. */
function numberIn(
  name: Exclude<keyof typeof given, 'out'>,
  from: number,
  to: number,
  whole = true,
): number {
  const number = Number(given[name]);
  if (
    given[name].trim() !== '' &&
    number >= from &&
    number <= to &&
    (!whole || Number.isInteger(number))
  )
    return number;
  throw new Error(
    `--${name} ${given[name]} is not ${whole ? 'a whole number' : 'a number'} from ${from} to ${to}.`,
  );
}

async function main(): Promise<void> {
  const made: Made = {
    workers: numberIn('workers', 1, 50_000),
    months: numberIn('months', 1, 14),
    effect: numberIn('effect', 0, largestEffect, false),
    holdout: numberIn('holdout', 0, 90),
    seed: numberIn('seed', 0, 2 ** 31),
  };
  mkdirSync(given.out, { recursive: true });
  console.log(['What these workers do is made up:', ...assumptions(made)].join('\n  '));
  const year = await withBar(made);
  const told = {
    renewals: await renewals({ ...year, by: null }, year.memory, settings),
    members: await members(year, year.memory, settings),
  };
  const [csv, page] = [join(given.out, 'payments.csv'), join(given.out, 'report.html')];
  writeFileSync(csv, csvOf(year.payments));
  writeFileSync(
    page,
    pageOf({
      made,
      ...told,
      asOf: year.asOf,
      texts: year.memory.state.outbox.length,
      payments: year.payments.length,
    }),
  );
  const { effect } = told.renewals.overall;
  console.log(
    [
      `Put in: ${points(made.effect)} points. Found: ${points(effect.points)} points, 95 % interval ${interval(effect)}.`,
      `${page} shows the year; its ${year.payments.length} payments are in ${csv}.`,
    ].join('\n'),
  );
}

async function withBar(made: Made) {
  const bar = new SingleBar({
    format: '{bar} {percentage} %',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0);
  return await playYear(made, (share) => bar.update(Math.round(100 * share))).finally(() =>
    bar.stop(),
  );
}

/** As npm run import:payments takes it: without a zone a time is Jakarta's. */
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

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
