import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, type TestContext } from 'vitest';
import { tableName } from '#local/environment';
import { aPerson, header, people, rowOf } from '#local/made-up';
import { keys } from '#table';
import { asAdmin } from '../calls.ts';
import { startTestStage, type TestStage } from '../stage.ts';

const [siti, sri, made] = [aPerson(1), aPerson(2), aPerson(3, { province: 'Bali' })];
/** Siti's and Made's groups pay for them, so they are told of it; Sri pays for herself. */
const roster = [
  `${header},group`,
  ...[siti, made].map((person) => `${rowOf(person)},Paguyuban Batik`),
  ...[sri, ...people(6, {}, 4), ...people(4, { province: 'Papua' }, 10)].map(
    (person) => `${rowOf(person)},`,
  ),
  '',
].join('\n');

/**
 * Three days with all that a round can find: payments at night, a pause, an outage, an unknown
 * text.
 */
async function play(stage: TestStage): Promise<void> {
  await stage.importCsv(roster);
  await stage.clockTo('2026-11-10T22:30+07:00');
  await stage.pay({ reference: 'A', nik: siti.nik, amount: 16_800 });
  await stage.pay({ reference: 'B', nik: sri.nik, amount: 16_800 });
  await stage.clockTo('2026-11-11T07:50+07:00');
  // The next text is the one in Makassar: elsewhere chance would say whose it is.
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
  await stage.clockTo('2026-11-11T08:40+07:00');
  // What fires at nine in Jakarta never fires: the watchdog finds it.
  await stage.kill();
  await stage.restart({ downFor: 2 });
  await stage.clockTo('2026-11-11T20:10+07:00');
  await stage.pay({ reference: 'C', nik: made.nik, amount: 16_800 });
  await stage.ask('POST', '/api/plan/pause', asAdmin({}));
  await stage.clockTo('2026-11-12T11:00+07:00');
  await stage.ask('POST', '/api/plan/resume', asAdmin({}));
  // By then the day is closed.
  await stage.clockTo('2026-11-13T21:00+07:00');
}

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

async function played(finished: TestContext['onTestFinished'], everyRound: boolean) {
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00', everyRound });
  finished(() => stage.stop());
  // A table that nobody is in yet takes any secret.
  await stage.table().send(new DeleteCommand({ TableName: tableName, Key: keys.layout }));
  await stage.kill();
  giveSecret(stage.folder);
  await stage.restart();
  await play(stage);
  return { seen: await seen(stage), rounds: roundsOf(stage) };
}

it('leaves the same rows, texts, runs and attention whether rounds that come to nothing are made or not', async ({
  onTestFinished,
}) => {
  const [made, leftOut] = await Promise.all([
    played(onTestFinished, true),
    played(onTestFinished, false),
  ]);
  expect(leftOut.seen).toEqual(made.seen);
  // Four an hour, and at most those in which something was to be done.
  expect(made.rounds).toBeGreaterThan(300);
  expect(leftOut.rounds).toBeLessThan(made.rounds / 4);
});
