import { recordPayment } from '#flows/payments/record-payment';
import { confirmPayments } from '#flows/sending/confirming/confirm-payments';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, outcomeOf, paymentOf } from '../given.ts';
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

let rounds = 0;

/** A round of the schedule, at this moment. */
export function confirm(
  memory: InMemoryPorts,
  now = memory.state.now,
  under = settings,
): Promise<number> {
  memory.state.now = now;
  return confirmPayments(`holder-${rounds++}`, memory, under);
}

export const pending = ({ state }: InMemoryPorts) => state.confirmations.size;

export const paidRow = (memory: InMemoryPorts, worker = siti) => outcomeOf(memory, worker, 'paid');

export const money = ({ state }: InMemoryPorts) => state.budgets.get('2026-11');
