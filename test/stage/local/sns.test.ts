import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Emulator } from '#local/emulator';
import { faultsSchema } from '#local/faults';
import { until } from '../process.ts';
import { startStubStage } from './stub-stage.ts';

let stage: Emulator;
let client: SNSClient;
beforeAll(async () => {
  stage = await startStubStage();
  client = new SNSClient({ maxAttempts: 1 });
});
afterAll(() => stage.stop());

let left: number;
beforeEach(() => {
  left = stage.outbox().length;
});
const publish = (Message = 'Yth. Siti Aminah, iuran Nov 2026 Rp8.400.', by = client) =>
  by.send(new PublishCommand({ PhoneNumber: '+6287000000000', Message }));
const texts = () => stage.outbox().slice(left);

it('writes down what left, when, in how many parts and under which id', async () => {
  const { MessageId } = await publish('é& <Siti> Rp8.400');
  expect(texts()).toEqual([
    {
      to: '+6287000000000',
      text: 'é& <Siti> Rp8.400',
      parts: 1,
      at: expect.stringMatching(/^2026-11-11T01:/),
      messageId: MessageId,
    },
  ]);
  await publish('x'.repeat(161));
  expect(texts()[1]?.parts).toBe(2);
});

it('throttles: nothing left, and the SDK knows it as throttling', async () => {
  stage.setFaults({ sns: [{ kind: 'throttle', count: 1 }] });
  await expect(publish()).rejects.toMatchObject({
    name: 'Throttling',
    $metadata: { httpStatusCode: 400 },
  });
  expect(texts()).toHaveLength(0);
  await publish();
  expect(texts()).toHaveLength(1);
});

it('fails: nothing left', async () => {
  stage.setFaults({ sns: [{ kind: 'error', count: 1 }] });
  await expect(publish()).rejects.toMatchObject({
    name: 'InternalFailure',
    $metadata: { httpStatusCode: 500 },
  });
  expect(texts()).toHaveLength(0);
});

it('times out before accepting, or after: the caller cannot tell', async () => {
  stage.setFaults({
    sns: [
      { kind: 'timeout', count: 1 },
      { kind: 'accept-then-timeout', count: 1 },
    ],
  });
  const hasty = new SNSClient({
    maxAttempts: 1,
    requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
  });
  const inVain = () =>
    expect(publish(undefined, hasty)).rejects.toMatchObject({ name: 'TimeoutError' });
  await inVain();
  expect(texts()).toHaveLength(0);
  await inVain();
  await until(() => texts().length > 0);
  expect(texts()).toHaveLength(1);
});

it('takes a text that would cost more than it may, and does not send it', async () => {
  const attribute = { DataType: 'Number', StringValue: '0.65' };
  const dear = () =>
    client.send(
      new PublishCommand({
        ...{ PhoneNumber: '+6287000000000', Message: 'Yth. Siti' },
        MessageAttributes: { 'AWS.SNS.SMS.MaxPrice': attribute },
      }),
    );
  stage.setFaults(faultsSchema.parse({ carrier: { priceUsdPerPart: 1.6 } }));
  expect((await dear()).MessageId).toMatch(/^[0-9a-f-]{36}$/);
  expect(texts()).toHaveLength(0);
  stage.setFaults(faultsSchema.parse({ carrier: { priceUsdPerPart: 0.65 } }));
  await dear();
  expect(texts()).toHaveLength(1);
});

it('refuses what is no phone number', async () => {
  await expect(
    client.send(new PublishCommand({ PhoneNumber: '0870', Message: 'x' })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
