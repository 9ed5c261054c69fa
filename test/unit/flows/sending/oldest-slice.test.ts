import { expect, it } from 'vitest';
import { addSeconds, secondsBetween } from '#domain/calendar/dates';
import { sendersFor, turnSecondsFor } from '#domain/sending/senders';
import type { SliceKey } from '#domain/sending/slice';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { watch } from '#flows/sending/watching/watchdog';
import { aWorker } from '../../../builders.ts';
import { aStage, nine } from '../given.ts';
import { settings } from '../settings.ts';

type Load = Readonly<{ shards: number; rate: number }>;

/**
 * A morning in three zones on which more are due than may be sent: each sender has its slice for a
 * minute, waits for parts and puts it back; the watchdog looks every quarter of an hour. Answers
 * for how many minutes the oldest message has waited, at most.
 */
async function busyMorning({ shards, rate }: Load, hours: number): Promise<number> {
  const { memory } = aStage({ shards });
  const under = { ...settings, shards, smsPartsPerSecond: rate };
  const turns = (60 / turnSecondsFor(rate)) * sendersFor(rate);
  const siti = { items: [aWorker().workerId], next: null };
  const workers = { ...memory.workers, owing: async () => siti };
  const rateLimit = { take: async () => null };
  const messages: { key: SliceKey; sentAt: string }[] = [];
  const queueBy = (now: () => string) => ({
    put: async (keys: readonly SliceKey[]) =>
      void messages.push(...keys.map((key) => ({ key, sentAt: now() }))),
  });
  const ports = { ...memory, workers, rateLimit, queue: queueBy(() => memory.state.now) };
  await planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine }, ports, under);
  let longest = 0;
  for (let minute = 0; minute < 60 * hours; minute++) {
    memory.state.now = addSeconds(nine, 60 * minute);
    if (minute % 15 === 5) await watch(ports, under);
    for (let turn = 0; turn < turns; turn++) {
      const message = messages.shift();
      if (!message) break;
      longest = Math.max(longest, secondsBetween(message.sentAt, memory.state.now) / 60);
      let now = memory.state.now;
      const clock = {
        now: () => now,
        sleep: async () => {
          now = addSeconds(now, 60);
        },
      };
      const own = { ...ports, clock, queue: queueBy(() => now) };
      await sendReminders(message.key, `holder-${minute}-${turn}`, own, under);
    }
  }
  return longest;
}

/** One step in three zones, and as many as two steps. The alarm rings at 30 minutes. */
it.each([
  [64, 10, 10],
  [128, 10, 20],
  [128, 100, 20],
  [128, 1_200, 10],
])(
  'in three zones of %i shards at %i parts a second no slice waits for over %i minutes',
  async (shards, rate, minutes) => {
    expect(await busyMorning({ shards, rate }, 2)).toBeLessThanOrEqual(minutes);
  },
);
