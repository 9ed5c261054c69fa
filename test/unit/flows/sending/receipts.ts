import { addSeconds } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { DeliveryReceipt } from '#domain/sending/delivery';
import { recordDeliveries } from '#flows/sending/record-delivery';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aMorning, nine, workOff } from '../given.ts';

export const siti = aWorker();

export const invalid = {
  status: 'undelivered',
  reason: 'Invalid phone number',
  permanent: true,
} as const;

export const off = {
  status: 'undelivered',
  reason: 'Phone is currently unreachable/unavailable',
} as const;

/** Of Siti's text at nine, seven seconds later. */
const aReceipt = (facts: Partial<DeliveryReceipt> = {}): DeliveryReceipt => ({
  ...{
    messageId: 'msg_1',
    phone: siti.phone ?? '',
    status: 'delivered',
    reason: null,
    permanent: false,
    parts: 1,
    priceUsd: 0.16,
  },
  ...{ sentAt: nine, at: addSeconds(nine, 7) },
  ...facts,
});

export async function texts(workers: readonly Worker[] = [siti]) {
  const layout = await aMorning({ workers });
  await workOff(layout.memory);
  return layout;
}

export const record = (memory: InMemoryPorts, ...receipts: readonly Partial<DeliveryReceipt>[]) =>
  recordDeliveries(receipts.map(aReceipt), memory);

export const failures = ({ state }: InMemoryPorts, { workerId }: Pick<Worker, 'workerId'> = siti) =>
  state.workers.get(workerId)?.phoneFailures;
