import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { startStubStage } from './stub-stage.ts';

// A stage in a process of its own, to be killed: `--` folder. A slice that comes for the first time
// never ends, so that it is killed in one.
const stubs = {
  me: async () => {
    await new SQSClient().send(
      new SendMessageCommand({ QueueUrl: process.env.SLICES_QUEUE_URL, MessageBody: 'slow' }),
    );
    return { statusCode: 200 };
  },
  'send-reminders': async ({ Records }: SQSEvent) => {
    const attempt = Records[0]?.attributes.ApproximateReceiveCount;
    await new SNSClient().send(
      new PublishCommand({
        PhoneNumber: '+6287000000000',
        Message: `attempt ${attempt}`,
      }),
    );
    return attempt === '1' ? new Promise(() => undefined) : { batchItemFailures: [] };
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
