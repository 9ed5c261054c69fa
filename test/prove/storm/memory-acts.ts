import type { Worker } from '#domain/people/worker';
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
  return {
    payment: { percent: 6, times: 2, act: pay, again: pay },
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

const noticeOf = (id: string) => ({
  ...{ reference: `P-${id}`, channel: 'bank', amount: 8_400, months: null },
  paidAt: '2026-11-11T02:00:00.000Z',
});
