import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { databaseAt } from '#local/environment';

const TableName = 'ingat';
const Item = { pk: { S: 'WRK#1' }, sk: { S: 'WRK' } };

it('gives a table of an older release the indexes that it lacks, with what is stored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-index-'));
  const server = await startDatabase({ table: join(folder, 'table.db'), isNew: true });
  const old = new DynamoDBClient(databaseAt(server.url));
  try {
    const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
    await old.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [text('pk'), text('sk')],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
    const rich = { ...Item, creditKey: { S: 'credit#0' }, workerId: { S: 'wrk_1' } };
    await old.send(new PutItemCommand({ TableName, Item: rich }));
    await prepareTable({ ...server, dynoxideFile: null }, { fresh: false });
    const { Items } = await old.send(
      new QueryCommand({
        ...{ TableName, IndexName: 'credit', KeyConditionExpression: 'creditKey = :key' },
        ExpressionAttributeValues: { ':key': { S: 'credit#0' } },
      }),
    );
    expect(Items).toMatchObject([{ workerId: { S: 'wrk_1' } }]);
  } finally {
    old.destroy();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
