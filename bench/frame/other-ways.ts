import { PutCommand, QueryCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#aws/document-client';
import { databaseAt, tableName } from '#local/environment';
import type { Key } from '#table';
import type { Used } from './meter.ts';
import { startMeteredDatabase } from './metered-database.ts';
import { seed } from './seed.ts';

type Client = ReturnType<typeof documentClient>;
type Way = (client: Client, texted: () => void) => Promise<void>;

/**
 * What a way of texting consumes where `due` of `stored` workers are due, and how many it texted.
 */
export async function costOfWay(
  way: Way,
  { stored, due }: Readonly<{ stored: number; due: number }>,
): Promise<Readonly<{ used: Used; texts: number }>> {
  const database = await startMeteredDatabase();
  const client = documentClient(databaseAt(database.url));
  try {
    seed(database, { stored, due });
    let texts = 0;
    database.meter.reset();
    await way(client, () => {
      texts += 1;
    });
    return { used: database.meter.used(), texts };
  } finally {
    client.destroy();
    await database.stop();
  }
}

/** The index says who is due; then a row if there is none, a text, and what became of it. */
export const bareProtocol: Way = async (client, texted) => {
  for (const shard of [0, 1, 2, 3]) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueKey = :due',
        ExpressionAttributeValues: { ':due': `Asia/Jakarta#2026-11#${shard}` },
      }),
    );
    for (const { pk } of Items) await claimSendRecord(client, String(pk), texted);
  }
};

async function claimSendRecord(client: Client, pk: string, texted: () => void): Promise<void> {
  const key = { pk, sk: 'REM#2026-11#before' };
  const claim = { ...key, status: 'claimed', at: '2026-11-11T02:00:00.000Z' };
  await client.send(
    new PutCommand({
      ...{ TableName: tableName, Item: claim },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
  texted();
  await client.send(
    new UpdateCommand({
      ...{ TableName: tableName, Key: key },
      UpdateExpression: 'SET #status = :sent',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':sent': 'sent' },
    }),
  );
}

/** What most houses do: read everybody, text who is due, mark them one by one. */
export const usualWay: Way = async (client, texted) => {
  for await (const key of dueByScan(client)) {
    texted();
    await client.send(
      new UpdateCommand({
        ...{ TableName: tableName, Key: key },
        UpdateExpression: 'SET remindedFor = :month',
        ExpressionAttributeValues: { ':month': '2026-11' },
      }),
    );
  }
};

export async function* dueByScan(client: Client): AsyncGenerator<Key> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        // A page of about 1 MB: without it dynoxide reads all that remains for each page.
        Limit: 800,
        FilterExpression:
          'attribute_exists(dueKey) AND coveredThrough = :paid AND province = :home',
        ExpressionAttributeValues: { ':paid': '2026-10', ':home': 'Jawa Tengah' },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    yield* Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    from = LastEvaluatedKey;
  } while (from);
}
