import {
  GetQueueAttributesCommand,
  QueueDoesNotExist,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Emulator } from '#local/emulator';
import { deadLettersOf } from '#local/environment';
import { sliceQueue } from '#triggers';
import { until } from '../process.ts';
import { startStubStage } from './stub-stage.ts';

type Delivery = Readonly<{ body: string; receives: string | undefined; at: number }>;
let stage: Emulator;
let client: SQSClient;
let deliveries: Delivery[] = [];
let atOnce = 0;
let mostAtOnce = 0;

/** Bodies say what the handler does: `throw`, `report` (as failed), anything else for success. */
const sendReminders = async ({ Records }: SQSEvent) => {
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  await new Promise((resolve) => setTimeout(resolve, 5));
  atOnce -= 1;
  for (const { body, attributes } of Records)
    deliveries.push({ body, receives: attributes.ApproximateReceiveCount, at: Date.now() });
  if (Records.some(({ body }) => body === 'throw')) throw new Error('the handler broke');
  return {
    batchItemFailures: Records.filter(({ body }) => body === 'report').map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  };
};

beforeAll(async () => {
  stage = await startStubStage({ 'send-reminders': sendReminders });
  client = new SQSClient();
});
afterAll(() => stage.stop());
beforeEach(() => {
  deliveries = [];
});
const QueueUrl = () => process.env.SLICES_QUEUE_URL;
const lyingIn = async (url: string | undefined) =>
  (
    await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    )
  ).Attributes?.ApproximateNumberOfMessages;
const minutes = (count: number) => stage.moveTo(Date.now() + count * 60_000);

it('delivers what was sent, once', async () => {
  await client.send(new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: '{"shard":0}' }));
  await stage.settled();
  await minutes(60);
  expect(deliveries).toEqual([{ body: '{"shard":0}', receives: '1', at: expect.any(Number) }]);
});

it('works on four at once', async () => {
  const Entries = Array.from({ length: 10 }, (_, n) => ({
    Id: String(n),
    MessageBody: `slice ${n}`,
  }));
  const { Successful } = await client.send(
    new SendMessageBatchCommand({ QueueUrl: QueueUrl(), Entries }),
  );
  expect(Successful).toHaveLength(10);
  await stage.settled();
  expect(deliveries).toHaveLength(10);
  expect(mostAtOnce).toBe(4);
});

it('keeps a delayed message back by the clock of the stage', async () => {
  const sent = Date.now();
  await client.send(
    new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: 'later', DelaySeconds: 300 }),
  );
  await minutes(4);
  expect(deliveries).toHaveLength(0);
  await minutes(2);
  expect(deliveries).toHaveLength(1);
  expect((deliveries[0]?.at ?? 0) - sent).toBeGreaterThanOrEqual(300_000);
});

it('delivers in real time as well, when nobody moves the clock', async () => {
  await client.send(
    new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: 'soon', DelaySeconds: 1 }),
  );
  await until(() => deliveries.length > 0);
  expect(deliveries).toHaveLength(1);
});

it.each(['throw', 'report'])(
  'after a %s gives the message again when its visibility ends, three times in all, then rests it',
  async (body) => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = stage.deadLetters().length;
    await client.send(new SendMessageCommand({ QueueUrl: QueueUrl(), MessageBody: body }));
    await stage.settled();
    await minutes(60);
    expect(deliveries.map(({ receives }) => receives)).toEqual(['1', '2', '3']);
    const [first, second] = deliveries;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(720_000 - 1000);
    expect(stage.deadLetters()).toHaveLength(before + 1);
    const dead = String(QueueUrl()).replace(sliceQueue.name, deadLettersOf(sliceQueue.handler));
    expect(await lyingIn(dead)).toBe(String(before + 1));
    expect(await lyingIn(QueueUrl())).toBe('0');
    expect(complaints).toHaveBeenCalledTimes(body === 'throw' ? 3 : 0);
    complaints.mockRestore();
  },
);

it('refuses an unknown queue', async () => {
  const elsewhere = `${process.env.AWS_ENDPOINT_URL_SQS}/000000000000/nowhere`;
  await expect(
    client.send(new SendMessageCommand({ QueueUrl: elsewhere, MessageBody: 'x' })),
  ).rejects.toThrow(QueueDoesNotExist);
});
