import type { Worker } from '#domain/people/worker';
import { matchPayment, reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, resumeTexts, stopTexts } from '#flows/people/change-worker';
import { setPaused } from '#flows/plan/change-plan';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { settings as one } from '../../unit/flows/settings.ts';

export const settings = { ...one, shards: 2 };

/** What is done to a drawn worker, or to the plan. `again`: whoever did it, does it until it is. */
export type Kind = Readonly<{
  percent: number;
  /** So many at a time. */
  times?: number;
  act: (id: string) => Promise<unknown>;
  again?: (id: string) => Promise<unknown>;
}>;

function kindsOf(memory: InMemoryPorts): Readonly<Record<string, Kind>> {
  const by = { by: 'test', requestId: 'test' };
  const hand = { by: 'test', ports: memory, settings };
  const pay = (id: string) => recordPayment(noticeOf(id), id, memory, settings);
  const erase = (id: string) => eraseWorker(id, memory);
  const match = async (id: string) => {
    const notice = { ...noticeOf(id), reference: `M-${id}` };
    await recordPayment(notice, nobody, memory, settings);
    await matchPayment(notice, id, memory, settings);
  };
  const reverse = async (id: string) => {
    const payments = [...memory.state.payments.values()];
    const payment = payments[Number.parseInt(id.slice(-8), 16) % payments.length];
    if (payment) await reversePayment(payment, { by: 'test', reason: 'wrong' }, memory, settings);
  };
  return {
    payment: { percent: 6, times: 2, act: pay, again: pay },
    match: { percent: 1, act: match, again: match },
    reversal: { percent: 1, act: reverse },
    stop: { percent: 3, act: (id) => stopTexts(id, null, by, memory) },
    'texts again': { percent: 1, act: (id) => resumeTexts(id, by, memory) },
    erasure: { percent: 2, act: erase, again: erase },
    correction: {
      percent: 3,
      act: (id) => correctWorker(id, { language: 'en' }, by, memory, settings),
    },
    pause: { percent: 0.5, act: () => setPaused(true, hand) },
  };
}

/** In a drawn order. */
export function actsOf(memory: InMemoryPorts, workers: readonly Worker[], dice: () => number) {
  return Object.values(kindsOf(memory))
    .flatMap((kind) =>
      Array.from({ length: Math.ceil((workers.length * kind.percent) / 100) }, () => ({
        ...kind,
        id: workers[Math.floor(dice() * workers.length)]?.workerId ?? '',
        at: dice(),
      })),
    )
    .sort((left, right) => left.at - right.at);
}

/** Whom a payment names that finance has to match. */
const nobody = `wrk_${'f'.repeat(20)}`;

const noticeOf = (id: string) => ({
  ...{ reference: `P-${id}`, channel: 'bank', amount: 8_400, months: null },
  paidAt: '2026-11-11T02:00:00.000Z',
});
