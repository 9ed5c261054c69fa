import {
  type BatchResultErrorEntry,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { pause } from '#aws/database';
import type { SliceKey } from '#domain/sending/slice';
import type { SliceQueue } from '#flows/sending/slice-store';

export const queueClient = (): SQSClient => new SQSClient({});

/** The message is the key of a slice and nothing else. A key that is queued twice does no harm. */
export const sliceQueue = ({
  client = queueClient(),
  queueUrl,
}: {
  client?: SQSClient;
  queueUrl: string;
}): SliceQueue => ({
  async put(keys, delaySeconds = 0) {
    for (let first = 0; first < keys.length; first += 10) {
      const entries = keys.slice(first, first + 10).map((key, index) => ({
        Id: String(index),
        MessageBody: bodyOf(key),
        DelaySeconds: delaySeconds,
      }));
      await sendAll(client, queueUrl, entries);
    }
  },
});

type Entry = Readonly<{ Id: string; MessageBody: string; DelaySeconds: number }>;

/** SQS can take a batch in part. The rest is sent again, then the caller fails as a whole. */
async function sendAll(
  client: SQSClient,
  QueueUrl: string,
  entries: readonly Entry[],
): Promise<void> {
  let failed: BatchResultErrorEntry[] = [];
  for (let attempt = 0, remaining = entries; attempt < 4; attempt++) {
    if (attempt > 0) await pause(attempt + 2);
    failed =
      (await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [...remaining] })))
        .Failed ?? [];
    if (failed.length === 0) return;
    remaining = remaining.filter(({ Id }) => failed.some((each) => each.Id === Id));
  }
  throw new Error(
    `${failed.length} slices were not queued: ${failed[0]?.Code} ${failed[0]?.Message ?? ''}`,
  );
}

const bodyOf = ({ zone, date, time, step, month, shard }: SliceKey): string =>
  JSON.stringify({ zone, date, time, step, month, shard });
