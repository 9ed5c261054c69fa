import { describe, expect, it } from 'vitest';
import { shortRest } from '#domain/payments/short-rest';
import { recordPayment } from '#flows/payments/record-payment';
import { spendCredit } from '#flows/payments/spend-credit';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, paymentOf, reverse } from '../../flows/given.ts';
import { settings } from '../../flows/settings.ts';

const { workerId } = aWorker();
type Act = (memory: InMemoryPorts) => Promise<unknown>;

const paid =
  (reference: string, day: string, facts: Parameters<typeof paymentOf>[0]): Act =>
  (memory) => {
    memory.state.now = `${day}T03:00:00.000Z`;
    const notice = paymentOf({ reference, paidAt: memory.state.now, ...facts });
    return recordPayment(notice, workerId, memory, settings);
  };
const creditSpent =
  (day: string): Act =>
  (memory) => {
    memory.state.now = `${day}T03:00:00.000Z`;
    return spendCredit(memory, settings);
  };

const short = paid('P-0', '2026-11-10', { amount: 5_000 });

/** Of P-0; Rp8.400 a month are owed from November on. */
async function restOf(...acts: readonly Act[]) {
  const { memory } = aStage({ now: '2026-11-09T03:00:00.000Z' });
  for (const act of acts) await act(memory);
  const { worker, payments } = await memory.workers.timeline(workerId);
  const payment = payments.find(({ reference }) => reference === 'P-0');
  if (!worker || !payment?.short) throw new Error('Nobody has paid too little');
  return { credit: worker.credit, ...shortRest(payment, payments, worker) };
}

const restAfter = (...acts: readonly Act[]) => restOf(short, ...acts);

const ofNovember = { at: '2026-11-20T03:00:00.000Z', months: ['2026-11'] };
const ofDecember = { at: '2026-12-01T03:00:00.000Z', months: ['2026-12'] };

describe('the rest of a short payment', () => {
  it('waits while nothing was bought', async () =>
    expect(await restAfter()).toEqual({ credit: 5_000, used: [], waiting: 5_000 }));

  it('has bought a month together with what was lacking', async () =>
    expect(await restAfter(paid('P-1', '2026-11-20', { amount: 3_400 }))).toEqual({
      ...{ credit: 0, used: [{ ...ofNovember, rupiah: 5_000 }], waiting: 0 },
    }));

  it('is spent in part where more came than was lacking', async () =>
    expect(await restAfter(paid('P-1', '2026-11-20', { amount: 5_000 }))).toEqual({
      ...{ credit: 1_600, used: [{ ...ofNovember, rupiah: 3_400 }], waiting: 1_600 },
    }));

  const muchForOne = paid('P-1', '2026-11-20', { amount: 20_000, months: 1 });

  it('is not what a later payment has left, and is the first of the pot to be spent', async () => {
    expect(await restAfter(muchForOne)).toEqual({ credit: 16_600, used: [], waiting: 5_000 });
    expect(await restAfter(muchForOne, creditSpent('2026-12-01'))).toEqual({
      ...{ credit: 8_200, used: [{ ...ofDecember, rupiah: 5_000 }], waiting: 0 },
    });
  });

  it('waits again where the months that it bought were given back', async () =>
    expect(
      await restAfter(muchForOne, creditSpent('2026-12-01'), (memory) => reverse(memory, 'P-1')),
    ).toEqual({ credit: 5_000, used: [], waiting: 5_000 }));

  it('waits again where what bought with it was reversed, and the month paid anew', async () =>
    expect(
      await restAfter(
        paid('P-1', '2026-11-20', { amount: 3_400 }),
        (memory) => reverse(memory, 'P-1'),
        paid('P-2', '2026-11-21', { amount: 8_400 }),
      ),
    ).toEqual({ credit: 5_000, used: [], waiting: 5_000 }));

  it('has bought nothing of what was bought before it', async () =>
    expect(
      await restOf(
        paid('P-8', '2026-11-08', { amount: 5_000 }),
        paid('P-9', '2026-11-09', { amount: 3_400 }),
        short,
      ),
    ).toEqual({ credit: 5_000, used: [], waiting: 5_000 }));

  it('is no more than the credit that a reversal of another payment has left', async () =>
    expect(
      await restOf(paid('P-9', '2026-11-09', { amount: 10_000, months: 1 }), short, (memory) =>
        reverse(memory, 'P-9'),
      ),
    ).toEqual({ credit: 5_000, used: [], waiting: 5_000 }));
});
