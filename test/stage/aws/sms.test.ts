import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sms, smsClient } from '#aws/sending/sms';
import { until } from '../process.ts';
import { type Answer, service } from './service.ts';

const sns = service();
const text = { phone: '+6287000000000', text: 'Yth. Siti Aminah' };
const send = (config = {}, senderId: string | null = 'INGAT') =>
  sms({
    client: smsClient({ ...sns.config(), ...config }),
    senderId,
    maxPriceUsdPerPart: 0.65,
  }).send(text);

const published: Answer = {
  body: '<PublishResponse><PublishResult><MessageId>msg-1</MessageId></PublishResult></PublishResponse>',
};
const error = (status: number, code: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Invalid parameter: ${text.phone}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
});

describe('a text', () => {
  it('leaves once, as transactional, under the registered sender', async () => {
    sns.answers(() => published);
    expect(await send()).toEqual({ status: 'sent', messageId: 'msg-1' });
    expect(Object.fromEntries(new URLSearchParams(sns.received[0]?.body))).toMatchObject({
      Action: 'Publish',
      PhoneNumber: '+6287000000000',
      Message: 'Yth. Siti Aminah',
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
      'MessageAttributes.entry.2.Name': 'AWS.SNS.SMS.MaxPrice',
      'MessageAttributes.entry.2.Value.DataType': 'Number',
      'MessageAttributes.entry.2.Value.StringValue': '0.65000',
      'MessageAttributes.entry.3.Name': 'AWS.SNS.SMS.SenderID',
      'MessageAttributes.entry.3.Value.StringValue': 'INGAT',
    });
  });

  it('of three parts may cost three times as much', async () => {
    sns.answers(() => published);
    const long = { ...text, text: 'x'.repeat(307) };
    await sms({ client: smsClient(sns.config()), senderId: null, maxPriceUsdPerPart: 0.65 }).send(
      long,
    );
    expect(new URLSearchParams(sns.received[0]?.body).toString()).toContain('StringValue=1.95000');
  });

  it('leaves without a sender where none is registered', async () => {
    sns.answers(() => published);
    await send({}, null);
    expect(sns.received[0]?.body).not.toContain('SenderID');
  });

  it.each([
    [400, 'InvalidParameter'],
    [400, 'OptedOut'],
  ])('is definitely refused by a %i %s, and did not leave', async (status, code) => {
    sns.answers(() => error(status, code));
    expect(await send()).toMatchObject({ status: 'refused' });
    expect(sns.received).toHaveLength(1);
  });

  it('that is refused quotes the phone to nobody who traces or logs the error', async () => {
    sns.answers(() => error(400, 'InvalidParameter'));
    const publish = new PublishCommand({ PhoneNumber: text.phone, Message: text.text });
    const refused: Error = await smsClient(sns.config())
      .send(publish)
      .then(
        () => expect.fail('it was taken'),
        (thrown) => thrown,
      );
    expect(refused.message).toBe(refused.name);
    expect(refused.stack).not.toContain(text.phone);
  });

  it.each([
    [400, 'Throttling'],
    [429, 'Throttled'],
    [400, 'ThrottlingException'],
    [503, 'ThrottledException'],
    // Our own role is at fault, not the text.
    [403, 'AuthorizationError'],
    [403, 'KMSAccessDenied'],
  ])('is to be tried later after a %i %s, and did not leave', async (status, code) => {
    sns.answers(() => error(status, code));
    expect(await send()).toMatchObject({ status: 'try-later' });
    expect(sns.received).toHaveLength(1);
  });

  it.each([
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
    [408, 'RequestTimeout'],
  ])('may have left after a %i %s, and is not repeated', async (status, code) => {
    sns.answers(() => error(status, code));
    expect(await send()).toMatchObject({ status: 'unknown' });
    expect(sns.received).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['that nobody can read', { body: '<html>' }],
    ['that is empty', { body: '' }],
    ['that is a 400 of somebody in between', { status: 400, body: 'Bad Request' }],
  ])('may have left after an answer %s', async (_, answer) => {
    sns.answers(() => answer);
    expect(await send()).toMatchObject({ status: 'unknown' });
    expect(sns.received).toHaveLength(1);
  });

  it('leaves over a new connection, as one that was idle may be closed at the other end', async () => {
    const used = new Set<unknown>();
    sns.answers((_, { socket }) => {
      if (!used.has(socket)) return used.add(socket) && published;
      socket?.destroy();
      return null;
    });
    const { send: sendOver } = sms({
      client: smsClient(sns.config()),
      senderId: null,
      maxPriceUsdPerPart: 0.65,
    });
    for (let texts = 1; texts <= 3; texts++) {
      expect(await sendOver(text)).toEqual({ status: 'sent', messageId: 'msg-1' });
      expect(used.size).toBe(texts);
    }
  });

  it('may have left where the socket breaks before the answer', async () => {
    sns.answers((_, response) => {
      response.destroy();
      return null;
    });
    expect(await send()).toMatchObject({ status: 'unknown' });
    expect(sns.received).toHaveLength(1);
  });

  it('is given up after 3 seconds without an answer, and may have left', async () => {
    sns.answers(() => null);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const sent = vi.fn();
    const sending = send().then(sent);
    await until(() => sns.received.length > 0);
    await vi.advanceTimersByTimeAsync(2_990);
    expect(sent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10);
    await sending;
    expect(sent).toHaveBeenCalledWith({ status: 'unknown', reason: 'ETIMEDOUT' });
    expect(sns.received).toHaveLength(1);
  });

  it('is to be tried later where nobody listens, or nobody has that name', async () => {
    expect(await send({ endpoint: 'http://127.0.0.1:9' })).toMatchObject({
      status: 'try-later',
      reason: 'ECONNREFUSED',
    });
    expect(await send({ endpoint: 'http://nobody.invalid' })).toMatchObject({
      status: 'try-later',
    });
  });

  it('is to be tried later where nobody takes the connection within a second', async () => {
    const port = await fullHouse();
    expect(await send({ endpoint: `http://127.0.0.1:${port}` })).toMatchObject({
      status: 'try-later',
      reason: 'TimeoutError',
    });
  });
});

/** The port of somebody who listens, takes nobody in, and whose waiting room is full. */
async function fullHouse(): Promise<number> {
  const asleep = `
    const { parentPort } = require('node:worker_threads');
    const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const thread = new Worker(asleep, { eval: true });
  const [port] = (await once(thread, 'message')) as [number];
  const waiting = Array.from({ length: 4 }, () =>
    connect(port, '127.0.0.1').on('error', () => undefined),
  );
  onTestFinished(async () => {
    for (const socket of waiting) socket.destroy();
    await thread.terminate();
  });
  // Two fill the waiting room; the others are kept out.
  await Promise.all(waiting.slice(0, 2).map((socket) => once(socket, 'connect')));
  return port;
}
