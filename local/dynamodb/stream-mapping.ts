import type { StreamRecord, StreamShard } from '#aws/renewals/stream-reader';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { functionMetric } from '#local/cloudwatch/names';
import type { Lambda } from '#local/lambda';
import type { DeadLetters } from '#local/sqs/dead-letters';
import { tableStream } from '#triggers';

export type StreamMapping = Readonly<{
  lambda: Pick<Lambda, 'invoke'>;
  letters: Pick<DeadLetters, 'bury'>;
  cloudwatch: Pick<CloudWatch, 'put'>;
}>;

/**
 * Hands one batch to the handler. It rejects where that fails, until the batch is a day old: the
 * stream has then forgotten it, and where it stood is a dead letter. Its age is measured by the
 * emulator's clock from the first attempt on, since the database writes its records by its own.
 */
export function handingOn({ lambda, letters, cloudwatch }: StreamMapping) {
  const firstTried = new Map<string, number>();
  return async (shard: StreamShard, records: readonly StreamRecord[]): Promise<void> => {
    const first = `${shard.id} ${records[0]?.dynamodb?.SequenceNumber}`;
    const since = firstTried.get(first) ?? Date.now();
    firstTried.set(first, since);
    const age = Date.now() - since;
    cloudwatch.put(functionMetric(tableStream.handler, 'IteratorAge'), age);
    try {
      await lambda.invoke(tableStream.handler, eventOf(shard, records));
    } catch (error) {
      if (age < keptMs) throw error;
      letters.bury(tableStream.handler, { shardId: shard.id, batchSize: records.length });
    }
    firstTried.delete(first);
  };
}

const keptMs = 24 * 3_600_000;

function eventOf({ id, arn }: StreamShard, records: readonly StreamRecord[]) {
  const { windowSeconds } = tableStream;
  const start = Math.floor(Date.now() / 1_000 / windowSeconds) * windowSeconds;
  return {
    Records: records.map(({ dynamodb, ...record }) => ({
      ...record,
      eventSourceARN: arn,
      dynamodb: {
        ...dynamodb,
        ApproximateCreationDateTime: Math.floor(
          (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1_000,
        ),
      },
    })),
    shardId: id,
    eventSourceARN: arn,
    window: { start: secondsAt(start), end: secondsAt(start + windowSeconds) },
    state: {},
    isFinalInvokeForWindow: false,
    isWindowTerminatedEarly: false,
  };
}

const secondsAt = (seconds: number): string =>
  new Date(seconds * 1_000).toISOString().replace('.000', '');
