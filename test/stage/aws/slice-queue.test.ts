import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { sliceQueue } from '#aws/sending/slice-queue';
import type { SliceKey } from '#domain/sending/slice';
import { service } from './service.ts';

const sqs = service();
const put = (keys: readonly SliceKey[], delaySeconds?: number) =>
  sliceQueue({
    client: new SQSClient(sqs.config()),
    queueUrl: `${sqs.config().endpoint}/000000000000/slices`,
  }).put(keys, delaySeconds);

type Entry = Readonly<{ Id: string; MessageBody: string; DelaySeconds?: number }>;
const entriesOf = (body: string): readonly Entry[] => JSON.parse(body).Entries;

/** Takes all but those that `refuses` names. */
const take = (refuses: (entry: Entry) => boolean) =>
  sqs.answers(({ body }) => {
    const entries = entriesOf(body);
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    return {
      body: JSON.stringify({
        Successful: entries
          .filter((entry) => !refuses(entry))
          .map(({ Id, MessageBody }) => ({
            Id,
            MessageId: Id,
            MD5OfMessageBody: md5(MessageBody),
          })),
        Failed: entries
          .filter(refuses)
          .map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
      }),
    };
  });

const slice = (shard: number): SliceKey => ({
  zone: 'Asia/Jakarta',
  date: '2026-11-11',
  time: '09:00',
  step: 'before',
  month: '2026-11',
  shard,
});
const queued = () =>
  sqs.received.map(({ body }) =>
    entriesOf(body).map((entry) => JSON.parse(entry.MessageBody).shard),
  );

it('queues 23 slices in tens, each as its key and nothing else', async () => {
  take(() => false);
  await put(
    Array.from({ length: 23 }, (_, shard) => ({ ...slice(shard), rev: 3, holder: 'somebody' })),
  );
  expect(queued().map((batch) => batch.length)).toEqual([10, 10, 3]);
  expect(queued().flat()).toEqual(Array.from({ length: 23 }, (_, shard) => shard));
  expect(JSON.parse(entriesOf(sqs.received[0]?.body ?? '')[0]?.MessageBody ?? '')).toEqual(
    slice(0),
  );
});

it('holds them back for as long as it is told', async () => {
  take(() => false);
  await put([slice(0)], 5);
  expect(entriesOf(sqs.received[0]?.body ?? '')).toMatchObject([{ DelaySeconds: 5 }]);
});

it('sends again what was not taken, and only that', async () => {
  take(({ Id }) => Id === '1' && sqs.received.length < 3);
  await put([slice(0), slice(1), slice(2)]);
  expect(queued()).toEqual([[0, 1, 2], [1], [1]]);
});

it('fails where something is never taken: a slice that is not queued must not look queued', async () => {
  take(({ Id }) => Id === '0');
  await expect(put([slice(0), slice(1)])).rejects.toThrow(
    '1 messages were not queued: InternalError',
  );
});

it('asks nothing of the queue where there is nothing to queue', async () => {
  take(() => false);
  await put([]);
  expect(sqs.received).toEqual([]);
});
