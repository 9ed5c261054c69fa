import { once } from 'node:events';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tableName } from '#local/environment';
import { hasEnded, kill, spawned, until } from '../stage/process.ts';
import {
  breakCounters,
  countedStage,
  counters,
  inDatabase,
  pay,
  recount,
  rowsSay,
} from '../stage/recounting.ts';
import type { TestStage } from '../stage/stage.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await countedStage();
});
afterEach(() => stage?.stop());

it('payments that come in while it runs are counted once', async () => {
  await breakCounters(stage);
  const { child, said } = spawned('recount.ts', ['--data', stage.folder]);
  const ended = once(child, 'close');
  for (let number = 5; !hasEnded(child) && number < 31; number++) await pay(stage, [number]);
  await ended;
  expect(said()).toMatch(/were wrong, and are right now/);
  await pay(stage, [32, 33]);
  await stage.clockBy('PT1M');
  expect(await counters(stage)).toEqual(await rowsSay(stage));
  expect((await recount(stage)).said).toContain('None was wrong.');
});

it('goes on where one was killed, and the counting waits for it', async () => {
  // One that was through before it was seen, or before it died, is tried again.
  do {
    const { child } = spawned('recount.ts', ['--data', stage.folder]);
    await until(async () => (await inDatabase(stage, held)) || hasEnded(child));
    await kill(child);
  } while (!(await inDatabase(stage, held)));
  await pay(stage, [5, 6]);
  expect((await recount(stage)).said).toContain('rows make');
  await stage.clockBy('PT1M');
  expect(await counters(stage)).toEqual(await rowsSay(stage));
});

const held = ({ client }: Parameters<Parameters<typeof inDatabase>[1]>[0]): Promise<boolean> =>
  client
    .send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': 'TALLY', ':sk': 'HOLD' },
      }),
    )
    .then(({ Items = [] }) => Items.length > 0);
