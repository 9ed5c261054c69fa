import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Emulator } from '#local/emulator';
import { startStubStage } from './stub-stage.ts';

let stage: Emulator;
let client: DynamoDBClient;
beforeAll(async () => {
  stage = await startStubStage();
  client = new DynamoDBClient({ maxAttempts: 1 });
});
afterAll(() => stage.stop());
afterEach(() => stage.setFaults({ dynamodb: { throttlePercent: 0, conflictPercent: 0 } }));

const TableName = 'ingat';
const Item = { pk: { S: 'WRK#1' }, sk: { S: 'WRK' } };
const put = () => client.send(new PutItemCommand({ TableName, Item }));
const get = () => client.send(new GetItemCommand({ TableName, Key: Item, ConsistentRead: true }));

it('is reached through the environment alone', async () => {
  await put();
  expect((await get()).Item).toEqual(Item);
});

it('throttles the share it is asked for', async () => {
  stage.setFaults({ dynamodb: { throttlePercent: 100, conflictPercent: 0 } });
  await expect(get()).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
  stage.setFaults({ dynamodb: { throttlePercent: 50, conflictPercent: 0 } });
  const answers = await Promise.allSettled(Array.from({ length: 100 }, get));
  const failed = answers.filter(({ status }) => status === 'rejected').length;
  expect(failed).toBeGreaterThan(20);
  expect(failed).toBeLessThan(80);
});

it('lets writes conflict, and nothing else', async () => {
  stage.setFaults({ dynamodb: { throttlePercent: 0, conflictPercent: 100 } });
  await get();
  await expect(put()).rejects.toMatchObject({ name: 'TransactionConflictException' });
  const large = { ...Item, text: { S: 'x'.repeat(200_000) } };
  const both = new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { TableName, Item: large } },
      { Put: { TableName, Item: { ...Item, sk: { S: 'X' } } } },
    ],
  });
  await expect(client.send(both)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
  stage.setFaults({ dynamodb: { throttlePercent: 0, conflictPercent: 0 } });
  await client.send(both);
});

it('does not make the SDK try a refusal again because the stage’s clock is not the real one', async () => {
  await put();
  await stage.moveTo(Date.now() + 86_400_000);
  const patient = new DynamoDBClient({ maxAttempts: 3 });
  const refused = patient.send(
    new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
  );
  await expect(refused).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    $metadata: { attempts: 1 },
  });
});
