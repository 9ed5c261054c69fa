import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, type TestContext } from 'vitest';
import { tableName } from '#local/environment';
import { keys } from '#table';
import { startTestStage, type TestStage } from '../stage.ts';

/** How often the watchdog was called. */
const roundsOf = ({ folder }: TestStage): number =>
  readFileSync(join(folder, 'handlers.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line === '{"type":"platform.start","handler":"watchdog"}').length;

/**
 * Everything that anybody can see afterwards, but for ids that chance makes and the time that the
 * machine itself takes.
 */
async function seen(stage: TestStage): Promise<unknown> {
  const { Items = [], LastEvaluatedKey } = await stage
    .table()
    .send(new ScanCommand({ TableName: tableName }));
  expect(LastEvaluatedKey).toBeUndefined();
  const rows = Items.filter(({ pk }) => !timed.test(pk)).map(withoutChance);
  return {
    rows: rows.sort(),
    texts: (await stage.outbox()).map(withoutChance).sort(),
    runs: withoutChance(await stage.runs('2026-11-11')),
    attention: withoutChance(await stage.attention('unknown')),
  };
}

/**
 * The parts that left within one second, by that second; how far the stream was counted, in numbers
 * of the database's own; when the watchdog last ran.
 */
const timed = /^(PACE#|TALLIED#|WRK#pulse$)/;

/** The database gives the fields of a row in any order. */
const inOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;

/** A confirmation may wait a quarter of an hour for reminders that leave in its very minute. */
const halfHour = 1_800_000;
const withoutChance = (value: unknown): string =>
  JSON.stringify(value, inOrder)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (instant) =>
      new Date(Math.floor(Date.parse(instant) / halfHour) * halfHour).toISOString(),
    )
    .replace(/"expiresAt":\d+/g, '"expiresAt":0')
    // Counted up and down again in one transaction, or in two: then a zero stays.
    .replace(/"(reminded|held-out)\.[^"]+":0,/g, '');

/** With one secret both stages give a worker the same id. */
function giveSecret(folder: string): void {
  const state = new DatabaseSync(join(folder, 'state.sqlite'), { timeout: 5_000 });
  state.exec(`UPDATE kept SET value = 'made-up people' WHERE name = 'secret.nik'`);
  state.close();
}

/** What it leaves, and in how many rounds of the watchdog. */
async function played(
  { now, play }: Played,
  finished: TestContext['onTestFinished'],
  everyRound: boolean,
) {
  const stage = await startTestStage({ now, everyRound });
  finished(() => stage.stop());
  // A table that nobody is in yet takes any secret.
  await stage.table().send(new DeleteCommand({ TableName: tableName, Key: keys.layout }));
  await stage.kill();
  giveSecret(stage.folder);
  await stage.restart();
  await play(stage);
  return { seen: await seen(stage), rounds: roundsOf(stage) };
}

type Played = Readonly<{ now: string; play: (stage: TestStage) => Promise<void> }>;

/** The same rows, texts, runs and attention, with or without the rounds that come to nothing. */
export async function expectTheSame(
  days: Played,
  finished: TestContext['onTestFinished'],
): Promise<Readonly<{ made: number; leftOut: number }>> {
  const [made, leftOut] = await Promise.all([
    played(days, finished, true),
    played(days, finished, false),
  ]);
  expect(leftOut.seen).toEqual(made.seen);
  return { made: made.rounds, leftOut: leftOut.rounds };
}
