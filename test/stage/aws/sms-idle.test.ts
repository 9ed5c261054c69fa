import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { sms, smsClient } from '#aws/sending/sms';
import { instantAt } from '#domain/calendar/dates';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { stepOf } from '../../plan.ts';
import { aStage, outcomes, planWith, workersNamed } from '../../unit/flows/given.ts';
import { settings } from '../../unit/flows/settings.ts';
import { service } from './service.ts';

const sns = service();
const [people, date, zone] = [40, '2026-11-11', 'Asia/Jakarta'] as const;

/** 8:00, 8:10 … 11:10: twenty steps of Wednesday 11 November 2026. */
const steps = Array.from({ length: 20 }, (_, index) => {
  const at = new Date(Date.UTC(2026, 0, 1, 8, 10 * index)).toISOString().slice(11, 16);
  return { ...stepOf('before'), id: `step-${index}`, at };
});

/** Between two steps SNS closes what is idle, and a socket so closed answers no request. */
function closesIdleSockets() {
  const usedIn = new WeakMap<Socket, number>();
  const sockets = new Set<Socket>();
  let step = 0;
  sns.answers((_, { socket }) => {
    if (!socket) return null;
    const last = usedIn.get(socket) ?? step;
    usedIn.set(socket, step);
    sockets.add(socket);
    if (last === step) return { body: taken };
    socket.destroy();
    return null;
  });
  return {
    /** Minutes go by, in which nothing is sent. */
    idle: () => {
      step += 1;
    },
    sockets: () => sockets.size,
  };
}
const taken =
  '<PublishResponse><PublishResult><MessageId>msg-1</MessageId></PublishResult></PublishResponse>';

it('800 texts in 20 steps ten minutes apart all leave, and none is unknown', async () => {
  const server = closesIdleSockets();
  const workers = workersNamed(people);
  const { memory } = aStage({
    workers,
    plan: { ...planWith(), steps },
    now: '2026-11-11T00:00:00Z',
  });
  const ports = {
    ...memory,
    sms: sms({ client: smsClient(sns.config()), senderId: null, maxPriceUsdPerPart: 0.65 }),
  };
  for (const { at: time } of steps) {
    const scheduledAt = instantAt(zone, date, time);
    memory.state.now = scheduledAt;
    await planRun({ zone, time, scheduledAt }, memory, settings);
    for (let next = memory.state.queued.shift(); next; next = memory.state.queued.shift())
      await sendReminders(next.key, `holder ${time}`, ports, settings);
    server.idle();
  }
  expect(Object.groupBy(outcomes(memory), (outcome) => outcome)).toEqual({
    sent: Array(20 * people).fill('sent'),
  });
  expect([sns.received.length, server.sockets()]).toEqual([800, 800]);
});

it('nor is a connection over TLS kept, as it is in AWS', async () => {
  sns.answers(() => ({ body: taken }));
  const client = smsClient(sns.config());
  const text = { phone: '+6287000000000', text: 'Yth. Siti Aminah' };
  await sms({ client, senderId: null, maxPriceUsdPerPart: 0.65 }).send(text);
  const kept = { config: { httpsAgent: { keepAlive: false } } };
  expect(client.config.requestHandler).toMatchObject(kept);
});
