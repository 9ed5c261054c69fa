import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { deadLettersOf } from '#local/environment';
import { AwsError, awsJson, type Service } from '#local/http/aws-protocols';
import type { DeadLetters } from '#local/sqs/dead-letters';
import { type CountOf, type Entry, reportCounts, type StartedQueue } from '#local/sqs/queue';
import { deadLetterQueues } from '#triggers';

type SqsOptions = Readonly<{
  queues: readonly StartedQueue[];
  letters: DeadLetters;
  cloudwatch: Pick<CloudWatch, 'put' | 'gauge'>;
}>;

/** The calls of SQS on these queues. Of the other dead-letter queues it only tells the length. */
export function sqsService({ queues, letters, cloudwatch }: SqsOptions): Service {
  const others = deadLetterQueues.filter((name) => !queues.some(({ handler }) => handler === name));
  const lettersOf: CountOf = Object.fromEntries(
    others.map((name) => [deadLettersOf(name), () => letters.count(name)]),
  );
  reportCounts(lettersOf, cloudwatch);
  const countOf = Object.assign({}, lettersOf, ...queues.map((queue) => queue.countOf)) as CountOf;
  const sendTo = ({ QueueUrl }: Readonly<Record<string, unknown>>): StartedQueue['send'] => {
    const queue = queues.find(({ name }) => String(QueueUrl).endsWith(`/${name}`));
    if (!queue) throw noSuchQueue();
    return queue.send;
  };
  const checkedEntry = (entry: unknown): Entry => {
    const { MessageBody, DelaySeconds = 0 } = entry as Partial<Entry>;
    if (!MessageBody)
      throw new AwsError(
        400,
        'MissingParameter',
        'The request must contain the parameter MessageBody.',
      );
    if (DelaySeconds < 0 || DelaySeconds > 900)
      throw new AwsError(
        400,
        'InvalidParameterValue',
        `Value ${DelaySeconds} for DelaySeconds is invalid: 0 to 900.`,
      );
    return { MessageBody, DelaySeconds };
  };
  return awsJson('1.0', {
    GetQueueAttributes: ({ QueueUrl }) => {
      const count = countOf[String(QueueUrl).split('/').at(-1) ?? ''];
      if (!count) throw noSuchQueue();
      return { Attributes: { ApproximateNumberOfMessages: String(count()) } };
    },
    SendMessage: (input) => sendTo(input)(checkedEntry(input)),
    SendMessageBatch: (input) => {
      const send = sendTo(input);
      const entries = input.Entries as readonly (Entry & { Id: string })[];
      if (entries.length > 10)
        throw new AwsError(
          400,
          'TooManyEntriesInBatchRequest',
          `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
        );
      if (entries.length === 0)
        throw new AwsError(
          400,
          'EmptyBatchRequest',
          'There should be at least one SendMessageBatchRequestEntry in the request.',
        );
      return {
        Successful: entries.map((entry) => ({ Id: entry.Id, ...send(checkedEntry(entry)) })),
        Failed: [],
      };
    },
  });
}

const noSuchQueue = (): AwsError =>
  new AwsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
