import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { deadLetters } from '#aws/attention/dead-letters';
import { service } from './service.ts';

const sqs = service();

it('names the queues in which something lies, and how much', async () => {
  const lying: Readonly<Record<string, string>> = { '/1/a': '0', '/1/b': '3', '/1/c': '12' };
  sqs.answers(({ body }) => {
    const { QueueUrl, AttributeNames } = JSON.parse(body);
    expect(AttributeNames).toEqual(['ApproximateNumberOfMessages']);
    return {
      body: JSON.stringify({
        Attributes: { ApproximateNumberOfMessages: lying[new URL(QueueUrl).pathname] },
      }),
    };
  });
  const { endpoint } = sqs.config();
  const queues = {
    watchdog: `${endpoint}/1/a`,
    tally: `${endpoint}/1/b`,
    'plan-run': `${endpoint}/1/c`,
  };
  expect(await deadLetters({ client: new SQSClient(sqs.config()), queues }).list()).toEqual([
    { queue: 'tally', count: 3 },
    { queue: 'plan-run', count: 12 },
  ]);
});
