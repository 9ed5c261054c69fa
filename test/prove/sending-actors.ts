import { addSeconds } from '#domain/calendar/dates';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { sendReminders } from '#flows/sending/send-reminders';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { settings } from '../unit/flows/settings.ts';
import type { Actor } from './interleave.ts';
import { siti } from './sending-people.ts';
import { key, scheduledAt } from './sending-world.ts';

/**
 * Actors by name over one world. Like the watchdog, `later` waits until the first lease has
 * expired.
 */
export const cast = (memory: InMemoryPorts) => {
  const send = (holder: string) => () => sendReminders(key, holder, memory, settings);
  const by = { by: 'test', requestId: 'test' };
  return {
    first: { name: 'first', act: send('first'), crashable: true },
    second: { name: 'second', act: send('second'), crashable: true },
    later: {
      name: 'later',
      act: async () => {
        memory.state.now = addSeconds(memory.state.now, 95);
        await send('later')();
      },
      crashable: true,
    },
    payment: { name: 'payment', act: () => pay(memory), crashable: true },
    stop: { name: 'stop', act: () => stopTexts(siti.workerId, null, by, memory) },
    erasure: { name: 'erasure', act: () => eraseWorker(siti.workerId, memory), crashable: true },
    correction: {
      name: 'correction',
      act: () => correctWorker(siti.workerId, { phone: '+6287000000009' }, by, memory, settings),
    },
    pause: { name: 'pause', act: () => edit(memory) },
  } satisfies Record<string, Actor>;
};

const pay = (memory: InMemoryPorts) =>
  recordPayment(
    { reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: scheduledAt, months: null },
    siti.workerId,
    memory,
    settings,
  );

async function edit(memory: InMemoryPorts): Promise<void> {
  const current = await memory.plans.current();
  if (current)
    await memory.plans.save({
      ...current,
      plan: { ...current.plan, version: current.plan.version + 1, paused: true, steps: [] },
    });
}

/**
 * Recovers crashed holders, closes the slice after its last window, and repeats a broken erasure.
 */
export async function settleAll(memory: InMemoryPorts): Promise<void> {
  for (let round = 0; round < 6; round++) {
    memory.state.now = addSeconds(memory.state.now, 95);
    await sendReminders(key, `recovery-${round}`, memory, settings);
  }
  memory.state.now = '2026-11-12T13:00:00.000Z';
  for (let round = 0; round < 3; round++) {
    memory.state.now = addSeconds(memory.state.now, 95);
    await sendReminders(key, `closing-${round}`, memory, settings);
  }
  for (const workerId of memory.state.erased.keys()) await eraseWorker(workerId, memory);
}
