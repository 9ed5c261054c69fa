import { setTimeout as sleep } from 'node:timers/promises';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { startStubStage } from './stub-stage.ts';

// A stage in a process of its own, to be killed: `--` folder. Its slices take a second, long enough to be killed in one.
const stubs = {
  me: async () => {
    await new SQSClient().send(
      new SendMessageCommand({ QueueUrl: process.env.SLICES_QUEUE_URL, MessageBody: 'slow' }),
    );
    return { statusCode: 200 };
  },
  'send-reminders': async ({ Records }: SQSEvent) => {
    const [record] = Records;
    await new SNSClient().send(
      new PublishCommand({
        PhoneNumber: '+6287000000000',
        Message: `attempt ${record?.attributes.ApproximateReceiveCount}`,
      }),
    );
    await sleep(1000);
    return { batchItemFailures: [] };
  },
};

const stage = await startStubStage(stubs, { dataDir: process.argv[2] ?? '' });
process.once('SIGTERM', () => void stage.stop().then(() => process.exit(0)));
console.log(
  JSON.stringify({
    url: stage.url,
    webhookSecret: stage.webhookSecret,
    token: await stage.signIn('admin'),
  }),
);
