import type { Worker } from '#domain/people/worker';
import { recordPayment } from '#flows/payments/record-payment';
import { spendCredit } from '#flows/payments/spend-credit';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, paymentOf } from '../given.ts';
import { settings } from '../settings.ts';

export const siti = aWorker({ coveredThrough: '2026-11', credit: 8_400 });

export const { workerId } = siti;

export const stored = ({ state }: InMemoryPorts) => state.workers.get(workerId);

export const spend = (memory: InMemoryPorts) => spendCredit(memory, settings);

export const pay = (memory: InMemoryPorts, facts: Parameters<typeof paymentOf>[0]) =>
  recordPayment(paymentOf({ paidAt: memory.state.now, ...facts }), workerId, memory, settings);

/** Siti's credit at 00:05 in Jakarta on 1 December, where nothing else is said. */
export const december = '2026-11-30T17:05:00.000Z';

export const onThe1st = (facts: Partial<Worker> = {}, now = december) =>
  aStage({ workers: [aWorker({ ...siti, cycle: aWorker(siti).cycle, ...facts })], now });
