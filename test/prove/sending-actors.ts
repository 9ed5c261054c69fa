import { addSeconds } from '#domain/calendar/dates';
import { firstPlan } from '#domain/plan/first-plan';
import type { Plan } from '#domain/plan/plan';
import { Refused } from '#domain/refused';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { sendReminders } from '#flows/sending/send-reminders';
import { releaseStep } from '#flows/sending/trial/release-step';
import { takeUpWithheld } from '#flows/sending/watching/take-up-withheld';
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
  const send =
    (holder: string, shard = 0) =>
    () =>
      sendReminders({ ...key, shard }, holder, memory, settings);
  const by = { by: 'test', requestId: 'test' };
  return {
    first: { name: 'first', act: send('first'), crashable: true },
    second: { name: 'second', act: send('second'), crashable: true },
    other: { name: 'other', act: send('other', 1), crashable: true },
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
    pause: { name: 'pause', act: () => edit(memory, { paused: true, steps: [] }) },
    listOff: { name: 'listOff', act: () => takeListOff(memory), crashable: true },
    word: { name: 'word', act: () => letGoOn(memory), crashable: true },
    newText: {
      name: 'newText',
      act: async () => {
        await edit(memory, { steps: correctedSteps });
        await letGoOn(memory);
      },
      crashable: true,
    },
  } satisfies Record<string, Actor>;
};

const pay = (memory: InMemoryPorts) =>
  recordPayment(
    { reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: scheduledAt, months: null },
    siti.workerId,
    memory,
    settings,
  );

async function edit(memory: InMemoryPorts, facts: Partial<Plan>): Promise<void> {
  const current = await memory.plans.current();
  if (current)
    await memory.plans.save({
      ...current,
      plan: { ...current.plan, ...facts, version: current.plan.version + 1 },
    });
}

async function takeListOff(memory: InMemoryPorts): Promise<void> {
  await edit(memory, { onlyTo: null });
  await takeUp(memory);
}

/** As the watchdog does in each of its rounds. */
async function takeUp(memory: InMemoryPorts): Promise<void> {
  const { plans, slices, clock } = memory;
  const [versions, stored] = [await plans.inForceSince(''), await slices.list(key.zone, key.date)];
  await takeUpWithheld(stored, { versions, now: clock.now(), settings }, memory);
}

const correctedSteps = firstPlan({ paused: false }).steps.map((step) => ({ ...step, maxParts: 2 }));

/** Refused where nothing has halted. */
async function letGoOn(memory: InMemoryPorts): Promise<void> {
  await releaseStep({ date: key.date, step: key.step }, 'test', memory).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
}

/**
 * Recovers crashed holders, lets a halted step go on, closes the slices after their last window,
 * and repeats a broken erasure.
 */
export async function settleAll(memory: InMemoryPorts): Promise<void> {
  const rounds = async (name: string, count: number) => {
    for (let round = 0; round < count; round++) {
      memory.state.now = addSeconds(memory.state.now, 95);
      for (const slice of [...memory.state.slices.values()])
        await sendReminders(slice, `${name}-${round}`, memory, settings);
    }
  };
  await rounds('recovery', 6);
  if ([...memory.state.slices.values()].some(({ withheld }) => withheld)) {
    await takeListOff(memory);
    await rounds('taken-up', 2);
  }
  const isPaused = memory.state.plans.at(-1)?.plan.paused;
  if (memory.state.trials.size > 0 && !isPaused) {
    await letGoOn(memory);
    await rounds('released', 2);
  }
  memory.state.now = '2026-11-12T13:00:00.000Z';
  await rounds('closing', 3);
  for (const workerId of memory.state.erased.keys()) await eraseWorker(workerId, memory);
}
