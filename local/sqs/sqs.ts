import { createHash, randomUUID } from 'node:crypto';
import { busyCounter } from '#local/busy';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { queueMetric } from '#local/cloudwatch/names';
import { deadLettersOf } from '#local/environment';
import type { Events } from '#local/event-timeline';
import { AwsError, awsJson, type Service } from '#local/http/aws-protocols';
import type { DeadLetters } from '#local/sqs/dead-letters';
import { keepMessages, type Message, type ReceiveRules } from '#local/sqs/message-store';
import type { State } from '#local/state';
import { type DeadLetterQueue, deadLetterQueues } from '#triggers';

const queueArn = (name: string): string => `arn:aws:sqs:ap-southeast-3:000000000000:${name}`;

type QueueRules = ReceiveRules &
  Readonly<{ name: string; handler: DeadLetterQueue; atOnce: number }>;
/** At an instant in ms since 1970; without it, now. */
type CountOf = Readonly<Record<string, (at?: number) => number>>;
type Messages = ReturnType<typeof keepMessages>;
type Entry = Readonly<{ MessageBody: string; DelaySeconds?: number }>;

type QueueOptions = Readonly<{
  state: State;
  rules: QueueRules;
  /** Whether its mapping is switched off, so that nothing reads it. */
  isOff: () => boolean;
  /** Of all the other dead-letter queues. */
  letters: DeadLetters;
  cloudwatch: Pick<CloudWatch, 'put' | 'gauge'>;
  deliver: (event: unknown) => Promise<unknown>;
  changed: () => void;
}>;

/**
 * One SQS queue with its dead-letter queue and the Lambda that reads it, by the emulator's clock. A
 * message is kept until it was handled; one in delivery when the process died is visible at the
 * next start, without waiting for its visibility time-out.
 */
export function startQueue(options: QueueOptions) {
  const { state, rules, deliver, changed, isOff, cloudwatch } = options;
  const messages = keepMessages(state);
  const running = busyCounter();
  let batches = 0;
  let stopped = false;

  const pump = (): void => {
    while (!stopped && !isOff() && batches < rules.atOnce) {
      const batch = messages.take(rules);
      if (batch.length === 0) return;
      batches += 1;
      void running.count(handle(batch));
    }
  };
  const handle = async (batch: readonly Message[]): Promise<void> => {
    const failed = await deliver({
      Records: batch.map((message) => recordOf(message, rules)),
    }).then(failuresOf, () => null);
    // The emulator stopped meanwhile without waiting: the message is as after a crash.
    if (!state.database.isOpen) return;
    for (const { id, messageId } of batch) {
      if (failed === null || failed.has(messageId)) messages.release(id);
      else messages.remove(id);
    }
    batches -= 1;
    pump();
    changed();
  };
  const send = ({ MessageBody, DelaySeconds = 0 }: Entry) => {
    cloudwatch.put(queueMetric(rules.name, 'NumberOfMessagesSent'), 1);
    const answer = {
      MessageId: messages.put(MessageBody, DelaySeconds),
      MD5OfMessageBody: md5(MessageBody),
    };
    // After the answer: the sender hears of the message before it is delivered.
    setImmediate(() => {
      pump();
      changed();
    });
    return answer;
  };

  const countOf = countsOf(messages, options);
  reportOn(countOf, messages, options);

  const events: Events = {
    next: () => (isOff() ? null : messages.nextVisible()),
    runDue: pump,
    isBusy: () => running.isBusy() || (!stopped && !isOff() && messages.isVisible()),
    idle: () => {
      pump();
      return running.idle();
    },
  };
  return {
    service: queueService(rules.name, send, countOf),
    events,
    deadLetters: messages.dead,
    stop: () => {
      stopped = true;
    },
  };
}

/** How many messages wait in each queue, by its name. */
function countsOf(messages: Messages, { rules, letters }: QueueOptions): CountOf {
  const dead = deadLetterQueues.map(
    (queue) => [deadLettersOf(queue), () => letters.count(queue)] as const,
  );
  return {
    ...Object.fromEntries(dead),
    [rules.name]: messages.waiting,
    [deadLettersOf(rules.handler)]: () => messages.dead().length,
  };
}

function reportOn(countOf: CountOf, messages: Messages, { rules, cloudwatch }: QueueOptions): void {
  for (const [name, valueAt] of Object.entries(countOf))
    cloudwatch.gauge({ metric: queueMetric(name, 'ApproximateNumberOfMessagesVisible'), valueAt });
  cloudwatch.gauge({
    metric: queueMetric(rules.name, 'ApproximateAgeOfOldestMessage'),
    valueAt: (instant) => (instant - (messages.oldest() ?? instant)) / 1_000,
  });
}

function queueService(
  name: string,
  send: (entry: Entry) => Readonly<Record<string, unknown>>,
  countOf: CountOf,
): Service {
  const checked = (input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    if (!String(input.QueueUrl).endsWith(`/${name}`)) throw noSuchQueue();
    return input;
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
    SendMessage: (input) => send(checkedEntry(checked(input))),
    SendMessageBatch: (input) => {
      const entries = checked(input).Entries as readonly (Entry & { Id: string })[];
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

const recordOf = ({ messageId, body, sentAt, receives }: Message, { name }: QueueRules) => ({
  messageId,
  body,
  receiptHandle: randomUUID(),
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(sentAt),
    ApproximateFirstReceiveTimestamp: String(Date.now()),
    SenderId: '000000000000',
  },
  messageAttributes: {},
  md5OfBody: md5(body),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn(name),
  awsRegion: 'ap-southeast-3',
});

/** Which messages of the batch are to come again, as ReportBatchItemFailures has it. */
const failuresOf = (answer: unknown): ReadonlySet<string> =>
  new Set(
    (
      (answer as { batchItemFailures?: { itemIdentifier: string }[] } | null)?.batchItemFailures ??
      []
    ).map(({ itemIdentifier }) => itemIdentifier),
  );

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
