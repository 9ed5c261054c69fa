import { recordPayment } from '#flows/payments/record-payment';
import { openConfirmations } from '#flows/sending/watching/open-confirmations';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, outcomeOf, paymentOf, planWith, workOff } from '../given.ts';
import { settings } from '../settings.ts';

export const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();

export const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });

export const pay = (
  memory: InMemoryPorts,
  reference = 'P-1',
  { workerId } = siti,
  amount = 8_400,
) =>
  recordPayment(
    paymentOf({ reference, amount, paidAt: memory.state.now }),
    workerId,
    memory,
    settings,
  );

/** Siti's group pays at this time of Wednesday 11 November 2026 in Jakarta. */
export async function paidAt(time: string, facts: Parameters<typeof aStage>[0] = {}) {
  const layout = aStage({ workers: [siti], now: inJakarta(time), ...facts });
  await pay(layout.memory);
  return layout;
}

/** The watchdog's round at this moment queues slices. Answers how many were brought back. */
export function open(memory: InMemoryPorts, now = memory.state.now): Promise<number> {
  memory.state.now = now;
  const plan = memory.state.plans.at(-1)?.plan ?? planWith();
  return openConfirmations({ plan, queued: [] }, memory, settings);
}

/** And they are worked off. Answers how many texts left. */
export async function confirm(
  memory: InMemoryPorts,
  now = memory.state.now,
  under = settings,
): Promise<number> {
  await open(memory, now);
  const before = memory.state.outbox.length;
  await workOff(memory, under);
  return memory.state.outbox.length - before;
}

export const pending = ({ state }: InMemoryPorts) => state.confirmations.size;

export const paidRow = (memory: InMemoryPorts, worker = siti) => outcomeOf(memory, worker, 'paid');

export const money = ({ state }: InMemoryPorts) => state.budgets.get('2026-11');
