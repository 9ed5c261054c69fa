import { expect, it } from 'vitest';
import { addSeconds, secondsBetween } from '#domain/calendar/dates';
import type { SliceKey } from '#domain/sending/slice';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { watch } from '#flows/sending/watching/watchdog';
import { sliceQueue } from '#triggers';
import { aWorker } from '../../../builders.ts';
import { aStage, nine } from '../given.ts';
import { settings } from '../settings.ts';

/**
 * A morning in three zones on which more are due than may be sent: each sender has its slice for a minute, waits
 * for parts and puts it back; the watchdog looks every quarter of an hour. Answers for how many
 * minutes the oldest message has waited, at most.
 */
async function busyMorning(shards: number, hours: number): Promise<number> {
  const { memory } = aStage({ shards });
  const under = { ...settings, shards };
  const siti = { items: [aWorker().workerId], next: null };
  const workers = { ...memory.workers, owing: async () => siti };
  const rateLimit = { take: async () => false };
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
    for (let turn = 0; turn < sliceQueue.maxConcurrency; turn++) {
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
  [64, 10],
  [128, 20],
])(
  'in three zones of %i shards no slice waits for more than %i minutes',
  async (shards, minutes) => {
    expect(await busyMorning(shards, 2)).toBeLessThanOrEqual(minutes);
  },
);
