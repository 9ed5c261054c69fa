import {
  type BatchResultErrorEntry,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SQSClient,
} from '@aws-sdk/client-sqs';
import pMap from 'p-map';
import { pause } from '#aws/database';

export const queueClient = (): SQSClient => new SQSClient({});

export type Queue = Readonly<{ client: SQSClient; queueUrl: string }>;
export type Message = Omit<SendMessageBatchRequestEntry, 'Id'>;

/** Ten a call. SQS can take a batch in part: the rest is sent again, then all of it fails. */
export async function sendMessages(queue: Queue, messages: readonly Message[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(messages.length / 10) }, (_, index) =>
    messages.slice(index * 10, index * 10 + 10),
  );
  await pMap(batches, (batch) => sendBatch(queue, batch), { concurrency: 8 });
}

async function sendBatch(
  { client, queueUrl: QueueUrl }: Queue,
  messages: readonly Message[],
): Promise<void> {
  let failed: BatchResultErrorEntry[] = [];
  let remaining = messages.map((message, index) => ({ ...message, Id: String(index) }));
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) await pause(attempt + 2);
    failed =
      (await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: remaining }))).Failed ??
      [];
    if (failed.length === 0) return;
    remaining = remaining.filter(({ Id }) => failed.some((each) => each.Id === Id));
  }
  throw new Error(
    `${failed.length} messages were not queued: ${failed[0]?.Code} ${failed[0]?.Message ?? ''}`,
  );
}
