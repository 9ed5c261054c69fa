import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { type Database, namesIn, pause } from '#aws/database';
import { busy } from '#domain/refused';
import type { Key } from '#table';

/** A row as stored, before its schema has checked it. */
export type Row = Readonly<Record<string, unknown>>;

export async function getRow({ client, tableName }: Database, key: Key): Promise<Row | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
  );
  return Item;
}

/** The stored ones, strongly consistent, in no order. The same key twice is read once. */
export async function getRows(database: Database, wanted: readonly Key[]): Promise<readonly Row[]> {
  const distinct = [...new Map(wanted.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const chunks = await pMap(chunksOf(100, distinct), (chunk) => getChunk(database, chunk), {
    concurrency: 4,
  });
  return chunks.flat();
}

async function getChunk(
  { client, tableName }: Database,
  chunk: readonly Key[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let remaining = chunk, attempt = 0; remaining.length > 0; attempt++) {
    if (attempt > 0) await pauseOrGiveUp(attempt);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({
        RequestItems: { [tableName]: { Keys: [...remaining], ConsistentRead: true } },
      }),
    );
    rows.push(...(Responses?.[tableName] ?? []));
    remaining = (UnprocessedKeys?.[tableName]?.Keys ?? []) as Key[];
  }
  return rows;
}

type Query = Readonly<{
  where: string;
  values: Readonly<Record<string, unknown>>;
  index?: string;
  newestFirst?: boolean;
  limit?: number;
  /** Only these, as of a moment ago, for half the units: to be shown, or where late is right. */
  shownFields?: readonly string[];
}>;

/** Page after page of a partition, strongly consistent except over an index. */
export async function* pages(
  { client, tableName }: Database,
  query: Query,
): AsyncGenerator<Readonly<{ rows: readonly Row[]; more: boolean }>> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: query.where,
        ...expressionsOf(query),
        ExpressionAttributeValues: { ...query.values },
        ScanIndexForward: !query.newestFirst,
        ...(query.index ? { IndexName: query.index } : { ConsistentRead: !query.shownFields }),
        ...(query.limit ? { Limit: query.limit } : {}),
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    yield { rows: Items ?? [], more: LastEvaluatedKey !== undefined };
    from = LastEvaluatedKey;
  } while (from);
}

function expressionsOf({ where, shownFields }: Query) {
  const fields = shownFields?.map((field) => `#${field}`).join(', ');
  return {
    ExpressionAttributeNames: namesIn(where, fields),
    ...(fields ? { ProjectionExpression: fields } : {}),
  };
}

export async function firstPage(
  database: Database,
  query: Query,
): Promise<Readonly<{ rows: readonly Row[]; more: boolean }>> {
  for await (const page of pages(database, query)) return page;
  return { rows: [], more: false };
}

export async function allRows(database: Database, query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pages(database, query)) rows.push(...page.rows);
  return rows;
}

type Deletes = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

/** Not conditional: only for what nobody writes any more. Safe to repeat. */
export async function deleteRows(database: Database, doomed: readonly Key[]): Promise<void> {
  for (const chunk of chunksOf(25, doomed)) {
    let remaining: Deletes = chunk.map((key) => ({ DeleteRequest: { Key: key } }));
    for (let attempt = 0; remaining.length > 0; attempt++) {
      if (attempt > 0) await pauseOrGiveUp(attempt);
      const { UnprocessedItems } = await database.client.send(
        new BatchWriteCommand({ RequestItems: { [database.tableName]: remaining } }),
      );
      remaining = UnprocessedItems?.[database.tableName] ?? [];
    }
  }
}

const chunksOf = <T>(size: number, items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

function pauseOrGiveUp(attempt: number): Promise<void> {
  if (attempt > 10) throw busy();
  return pause(attempt);
}
