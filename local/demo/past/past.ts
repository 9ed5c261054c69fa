import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDate, instantAt, localDate } from '#domain/calendar/dates';
import { csvRecords } from '#domain/csv/lines/line';
import { recordPayment } from '#flows/payments/record-payment';
import { spendCredit } from '#flows/payments/spend-credit';
import type { RowChange } from '#flows/renewals/count-store';
import { watch } from '#flows/sending/watching/watchdog';
import { pastPorts } from '#local/demo/past/past-ports';
import type { Item } from '#local/dynamodb/in-memory/attribute-values';
import { stageSettings } from '#local/environment';
import type { Play } from '#local/simulation/play';
import { bring, rosterOn } from '#local/simulation/rosters';
import { deliver, workOff } from '#local/simulation/texts';
import { begin, playDays } from '#local/simulation/year';

export type PastAsked = Readonly<{
  /** Made-up workers beside those of the examples. */
  workers: number;
  seed: number;
  nikSecret: string;
  /** The folder with workers.csv and payments.csv. */
  examples: string;
}>;

const from = '2026-04';
const lastDay = '2026-11-10';
/** People of the examples come with this roster. */
const examplesOn = '2026-10-01';

type Hearing = Readonly<{
  /** How far, 0 to 1. */
  heard: (share: number) => void;
  /** Takes the changes that are to be counted, in the order of their positions. */
  count: (changes: readonly RowChange[]) => void;
}>;

/**
 * Seven months of made-up workers, by the flows and stores that run in AWS, over a table in memory.
 * Answers the rows of the table, without what is counted.
 */
export async function playPast(
  { workers, seed, nikSecret, examples }: PastAsked,
  { heard, count }: Hearing,
): Promise<Iterable<Item>> {
  const now = instantAt('Asia/Jakarta', rosterOn(from), '00:00');
  const { rows, ...ports } = await pastPorts({ now, settings: stageSettings, nikSecret });
  const made = { workers, months: 8, effect: 4, kept: 0, holdout: 10, seed };
  // Beyond the numbers of other made-up people, whose phones the examples have.
  const play = await begin({ ...ports, from, first: 100_000 }, made);
  const given = examplesIn(examples);
  await playDays(play, lastDay, {
    ...{ heard, count },
    byDay: (date) => exampleDay(play, date, given),
    byNight: (date) => watchOver(play, date),
  });
  return stillThere(rows.all(), play.memory.state.now);
}

type Examples = ReturnType<typeof examplesIn>;

const examplesIn = (folder: string) => ({
  roster: readFileSync(join(folder, 'workers.csv'), 'utf8'),
  payments: csvRecords(readFileSync(join(folder, 'payments.csv'), 'utf8')),
});

/** What the people of the examples do, all of it told by two files. */
async function exampleDay(
  play: Play,
  date: CalendarDate,
  { roster, payments }: Examples,
): Promise<void> {
  const { memory, settings } = play;
  if (date === examplesOn) await bring(play, roster);
  const today = payments.filter(
    ({ paid_at: at = '' }) => localDate('Asia/Jakarta', new Date(at).toISOString()) === date,
  );
  for (const { nik = '', paid_at = '', reference = '', channel = '', ...paid } of today) {
    const paidAt = new Date(paid_at).toISOString();
    // Whoever paid before the texts of the morning is heard of after them.
    if (paidAt > memory.state.now) memory.state.now = paidAt;
    const [amount, months] = [Number(paid.amount), Number(paid.months)];
    const notice = { reference, channel, amount, paidAt, months };
    await recordPayment(notice, memory.identity.workerIdOf(nik), memory, settings);
  }
  if (today.length > 0) await thank(play);
}

/** Those whose group was paid for are told, and the carrier says what became of it. */
async function thank(play: Play): Promise<void> {
  const before = play.changes.length;
  await watch(play.memory, play.settings);
  await workOff(play);
  await deliver({ ...play, changes: play.changes.slice(before) });
}

/** Days are closed, and credit buys what it can, as the schedules of upkeep have it. */
async function watchOver(play: Play, date: CalendarDate): Promise<void> {
  const { memory, settings } = play;
  memory.state.now = instantAt('Asia/Jakarta', date, '23:00');
  await watch(memory, settings);
  await workOff(play);
  await spendCredit(memory, settings);
}

/** Not what DynamoDB would have deleted by then. */
function* stillThere(rows: Iterable<Item>, now: string): Generator<Item> {
  const seconds = Date.parse(now) / 1_000;
  for (const row of rows) {
    const expiresAt = Number(row.expiresAt?.N ?? Number.POSITIVE_INFINITY);
    if (expiresAt > seconds) yield row;
  }
}
