import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { identity } from '#aws/people/identity';
import { tableName } from '#local/environment';
import { aPerson } from '#local/made-up';
import type { TestStage } from '../../test/stage/stage.ts';

/** `strangers`: workers whom no line named. */
export type Found = Readonly<{ workers: number; missing: number; strangers: number }>;

/** Holds each worker of the table against the first so many made-up people. */
export async function foundWorkers(stage: TestStage, people: number): Promise<Found> {
  const expected = await expectedIn(stage, people);
  let workers = 0;
  let strangers = 0;
  for await (const pk of workerKeys(stage)) {
    workers += 1;
    if (!expected.delete(pk)) strangers += 1;
  }
  return { workers, missing: expected.size, strangers };
}

/** Whoever runs the stage may read its secret, and only while it is down. */
async function expectedIn(stage: TestStage, people: number): Promise<Set<string>> {
  await stage.kill();
  const state = new DatabaseSync(join(stage.folder, 'state.sqlite'), { readOnly: true });
  const secret = String(
    state.prepare(`SELECT value FROM kept WHERE name = 'secret.nik'`).get()?.value,
  );
  state.close();
  await stage.restart();
  const { workerIdOf } = identity(secret);
  return new Set(
    Array.from({ length: people }, (_, index) => `WRK#${workerIdOf(aPerson(index + 1).nik)}`),
  );
}

async function* workerKeys(stage: TestStage): AsyncGenerator<string> {
  const client = stage.table();
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        // Without it dynoxide reads the whole table for each page.
        Limit: 1_000,
        ProjectionExpression: 'pk',
        FilterExpression: 'sk = :worker',
        ExpressionAttributeValues: { ':worker': 'WRK' },
        ExclusiveStartKey: from,
      }),
    );
    for (const { pk } of Items) yield String(pk);
    from = LastEvaluatedKey;
  } while (from);
  client.destroy();
}
