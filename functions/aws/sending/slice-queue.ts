import { type Queue, queueClient, sendMessages } from '#aws/queue';
import type { SliceKey } from '#domain/sending/slice';
import type { SliceQueue } from '#flows/sending/slice-store';

/** The message is the key of a slice and nothing else. A key that is queued twice does no harm. */
export const sliceQueue = ({
  client = queueClient(),
  queueUrl,
}: Partial<Queue> & Pick<Queue, 'queueUrl'>): SliceQueue => ({
  put: (keys, delaySeconds = 0) =>
    sendMessages(
      { client, queueUrl },
      keys.map((key) => ({ MessageBody: bodyOf(key), DelaySeconds: delaySeconds })),
    ),
});

const bodyOf = ({ zone, date, time, step, month, shard }: SliceKey): string =>
  JSON.stringify({ zone, date, time, step, month, shard });
