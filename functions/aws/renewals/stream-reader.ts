import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  type DynamoDBStreamsClientConfig,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

/** `iterator`: where to read on · `over`: closed, and read to its end. */
export type StreamShard = {
  readonly id: string;
  readonly arn: string;
  readonly parent: string | undefined;
  iterator: string | undefined;
  over: boolean;
};

/** That one call answers. */
export const mostRecords = 1_000;

export type StreamReader = ReturnType<typeof streamReader>;
export type StreamRecord = _Record;

/** Reads the table's stream where the database itself answers. */
export function streamReader(config: DynamoDBStreamsClientConfig, tableName: string) {
  const client = new DynamoDBStreamsClient(config);

  const iteratorAfter = async (
    { arn, id }: StreamShard,
    position: string | undefined,
  ): Promise<string | undefined> => {
    const from = position
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position } as const)
      : ({ ShardIteratorType: 'TRIM_HORIZON' } as const);
    return (
      await client.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: id, ...from }))
    ).ShardIterator;
  };

  const answer = async (shard: StreamShard, position: string | undefined, most: number) => {
    shard.iterator ??= await iteratorAfter(shard, position).catch((error) => {
      // After a day the stream forgets: a reader stopped for longer goes on with what remains.
      if (error instanceof TrimmedDataAccessException) return iteratorAfter(shard, undefined);
      throw error;
    });
    return client.send(new GetRecordsCommand({ ShardIterator: shard.iterator, Limit: most }));
  };

  return {
    /** Known shards as they are, and those that came since. */
    async shards(known: readonly StreamShard[]): Promise<readonly StreamShard[]> {
      const { Streams: [stream] = [] } = await client.send(
        new ListStreamsCommand({ TableName: tableName }),
      );
      const arn = stream?.StreamArn;
      if (!arn) throw new Error(`The table ${tableName} has no stream`);
      const found: StreamShard[] = [];
      let after: string | undefined;
      do {
        const { StreamDescription } = await client.send(
          new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: after }),
        );
        for (const { ShardId: id = '', ParentShardId: parent } of StreamDescription?.Shards ?? [])
          found.push(
            known.find((shard) => shard.id === id) ?? {
              id,
              arn,
              parent,
              iterator: undefined,
              over: false,
            },
          );
        after = StreamDescription?.LastEvaluatedShardId;
      } while (after);
      return found;
    },

    /** `position`: the last record that was taken from the shard, by this reader or before it. */
    async next(
      shard: StreamShard,
      position: string | undefined,
      most: number,
    ): Promise<readonly StreamRecord[]> {
      const { Records = [], NextShardIterator } = await answer(shard, position, most).catch(
        (error) => {
          if (!isOutdated(error)) throw error;
          shard.iterator = undefined;
          return answer(shard, position, most);
        },
      );
      shard.iterator = NextShardIterator;
      shard.over = NextShardIterator === undefined;
      return Records;
    },

    stop: (): void => client.destroy(),
  };
}

/** An iterator lasts 15 minutes, and leads nowhere once the stream has forgotten its place. */
const isOutdated = (error: unknown): boolean =>
  error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException;
