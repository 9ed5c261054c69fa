import { createHash, randomUUID } from 'node:crypto';
import { busyCounter } from '#local/busy';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { queueMetric } from '#local/cloudwatch/names';
import { deadLettersOf, region } from '#local/environment';
import type { Events } from '#local/event-timeline';
import { keepMessages, type Message, type ReceiveRules } from '#local/sqs/message-store';
import type { State } from '#local/state';
import type { pieceQueue, sliceQueue } from '#triggers';

type QueueRules = ReceiveRules & Readonly<{ name: string; handler: QueueReader; atOnce: number }>;
type QueueReader = (typeof sliceQueue | typeof pieceQueue)['handler'];
/** At an instant in ms since 1970; without it, now. */
export type CountOf = Readonly<Record<string, (at?: number) => number>>;
type Messages = ReturnType<typeof keepMessages>;
export type Entry = Readonly<{ MessageBody: string; DelaySeconds?: number }>;

type QueueOptions = Readonly<{
  state: State;
  rules: QueueRules;
  /** Whether its mapping is switched off, so that nothing reads it. */
  isOff: () => boolean;
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
  const messages = keepMessages(state, rules.name);
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

  const countOf: CountOf = {
    [rules.name]: messages.waiting,
    [deadLettersOf(rules.handler)]: () => messages.dead().length,
  };
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
    ...{ name: rules.name, handler: rules.handler, send, countOf },
    events,
    deadLetters: messages.dead,
    stop: () => {
      stopped = true;
    },
  };
}

export type StartedQueue = ReturnType<typeof startQueue>;

function reportOn(countOf: CountOf, messages: Messages, { rules, cloudwatch }: QueueOptions): void {
  reportCounts(countOf, cloudwatch);
  cloudwatch.gauge({
    metric: queueMetric(rules.name, 'ApproximateAgeOfOldestMessage'),
    valueAt: (instant) => (instant - (messages.oldest() ?? instant)) / 1_000,
  });
}

export function reportCounts(countOf: CountOf, { gauge }: QueueOptions['cloudwatch']): void {
  for (const [name, valueAt] of Object.entries(countOf))
    gauge({ metric: queueMetric(name, 'ApproximateNumberOfMessagesVisible'), valueAt });
}

const queueArn = (name: string): string => `arn:aws:sqs:${region}:000000000000:${name}`;

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
