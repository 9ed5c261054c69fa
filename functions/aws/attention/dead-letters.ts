import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import pMap from 'p-map';
import { queueClient } from '#aws/queue';
import type { DeadLetters } from '#flows/attention/attention-store';

/** `queues`: their URLs by name. */
export const deadLetters = ({
  client = queueClient(),
  queues,
}: Readonly<{ client?: SQSClient; queues: Readonly<Record<string, string>> }>): DeadLetters => ({
  async list() {
    const counted = await pMap(
      Object.entries(queues),
      async ([queue, QueueUrl]) => {
        const asked = new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ['ApproximateNumberOfMessages'],
        });
        const { Attributes } = await client.send(asked);
        return { queue, count: Number(Attributes?.ApproximateNumberOfMessages ?? 0) };
      },
      { concurrency: 4 },
    );
    return counted.filter(({ count }) => count > 0);
  },
});
