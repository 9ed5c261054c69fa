import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { aReminder } from '../../contract/builders.ts';
import { failures, givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();

/** As CloudWatch Logs calls a function. */
const eventOf = (messages: readonly string[], messageType = 'DATA_MESSAGE') => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType,
        logEvents: messages.map((message, index) => ({ id: `event-${index}`, message })),
      }),
    ).toString('base64'),
  },
});

const record = JSON.stringify({
  notification: { messageId: 'msg_1', timestamp: '2026-11-11 02:00:01.000' },
  delivery: {
    destination: siti.phone,
    numberOfMessageParts: 1,
    priceInUSD: 0.16,
    providerResponse: 'Message has been accepted',
    dwellTimeMs: 900,
  },
  status: 'SUCCESS',
});

async function aSentText() {
  await given.memory.workers.create(siti);
  await given.memory.reminders.write(aReminder({ status: 'sent', messageId: 'msg_1' }), 0);
}
const status = () => [...given.memory.state.reminders.values()].map((row) => row.status);

it('a bad record stops no other, and is logged by where it lies, without the phone', async () => {
  await aSentText();
  await invoke(
    'record-delivery',
    eventOf([`${siti.phone} is no JSON`, record.replace('SUCCESS', 'PERHAPS'), record]),
  );
  expect(status()).toEqual(['delivered']);
  const said = given.printed.join('');
  expect(said).toMatch(/event-0[\s\S]*event-1[\s\S]*"delivered":1/);
  expect(said).not.toContain('87000000000');
  expect(failures(given)).toHaveLength(2);
});

it('a masked number is counted and passed over: no error for every text', async () => {
  await aSentText();
  const masked = record.replace('+6287000000000', '+62XXX0000000');
  await given.memory.receipts.textsLeft(9, '2026-11-11T01:00:00.000Z');
  await invoke('record-delivery', eventOf([masked, record, masked]));
  expect(given.memory.state.awaited).toBeNull();
  expect(status()).toEqual(['delivered']);
  const said = given.printed.join('');
  expect(said).toContain('"masked-receipts":2');
  expect(said).toContain('"receipts":3');
  expect(said).toContain('"delivered":1');
});

it('a control message, by which CloudWatch tries the function, is no receipt', async () => {
  await aSentText();
  await invoke('record-delivery', eventOf([record], 'CONTROL_MESSAGE'));
  expect(status()).toEqual(['sent']);
});

it('what is no log event fails, and is called again', async () => {
  await expect(invoke('record-delivery', { awslogs: { data: 'e30=' } })).rejects.toThrow();
});
