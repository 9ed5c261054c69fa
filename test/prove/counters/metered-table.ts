import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '#aws/database';
import { attributeSizes } from './row-size.ts';

type Row = Readonly<{ pk: string; sk: string } & Record<string, string | number>>;

/** A Query answers at most so much. */
const pageBytes = 1_048_576;

/** Answers Query and Get over these rows as DynamoDB does; each `metered` counts its requests. */
export function tableOf(rows: readonly Row[]) {
  const partitions = new Map(
    [...Map.groupBy(rows, ({ pk }) => pk)].map(([pk, of]) => [
      pk,
      of
        .toSorted((one, other) => (one.sk < other.sk ? -1 : 1))
        .map((row) => ({ row, size: attributeSizes(row) })),
    ]),
  );

  function page({ ExpressionAttributeValues: values = {}, ExclusiveStartKey }: Query['input']) {
    const Items: Row[] = [];
    let size = 0;
    for (const { row, size: bytes } of partitions.get(values[':pk']) ?? []) {
      if (row.sk < values[':first'] || row.sk > values[':last']) continue;
      if (ExclusiveStartKey && row.sk <= ExclusiveStartKey.sk) continue;
      Items.push(row);
      size += bytes;
      if (size >= pageBytes) break;
    }
    return size >= pageBytes
      ? { Items, LastEvaluatedKey: { pk: values[':pk'], sk: Items.at(-1)?.sk } }
      : { Items };
  }

  return function metered() {
    const asked = { requests: 0 };
    const client = {
      async send(command: unknown) {
        asked.requests += 1;
        if (command instanceof QueryCommand) return page(command.input);
        if (command instanceof GetCommand) return {};
        throw new Error('The metered table answers Query and Get alone');
      },
    };
    return { database: { client, tableName: 'ingat' } as unknown as Database, asked };
  };
}

type Query = InstanceType<typeof QueryCommand>;
