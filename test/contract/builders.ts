import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { type Change, type Partition, partitionOf, type Worker } from '#domain/people/worker';
import type { PlanVersion } from '#domain/plan/plan-version';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Outcome, Reminder } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';
import type { Paid } from '#flows/payments/payment-store';
import type { Booking } from '#flows/sending/slice-store';
import { aWorker } from '../builders.ts';
import { plan } from '../plan.ts';

/** Of the due index of every store that is tried. */
export const shards = 4;

/** So many seconds after 09:00 in Jakarta on Wednesday 11 November 2026. */
export const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-11T02:00:00.000Z') + seconds * 1_000).toISOString();
/** More than ten at a time would rather measure the database than the stores. */
export async function inTens<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < items.length; first += 10)
    await Promise.all(items.slice(first, first + 10).map(work));
}

/** In shard `index % 4` of four. */
export const idOf = (index: number): string =>
  `wrk_${index.toString(16).padStart(8, '0')}000000000000`;
/** Where `aWorker` is in the due index. */
export const partition = (): Partition => partitionOf(aWorker(), shards) as Partition;

export const aReminder = (facts: Partial<Reminder> = {}): Reminder => ({
  ...{
    workerId: aWorker().workerId,
    month: '2026-11',
    step: 'before',
    status: 'claimed',
    reason: null,
    at: at(0),
    claimId: 'holder-1',
  },
  ...{
    runId: 'run_WIB_2026-11-11_0900_before_2026-11',
    messageId: null,
    parts: 1,
    priceUsd: 0.16073,
    planVersion: 1,
    arm: 'reminded',
  },
  ...{ province: 'Jawa Tengah', sector: 'other', language: 'id' },
  ...facts,
});

export const anOutcome = (facts: Partial<Outcome> = {}): Outcome => ({
  status: 'sent',
  reason: null,
  messageId: 'msg_1',
  at: at(1),
  ...facts,
});

export const aSlice = (facts: Partial<Slice> = {}): Slice => ({
  ...{
    zone: 'Asia/Jakarta',
    date: '2026-11-11',
    time: '09:00',
    step: 'before',
    month: '2026-11',
    shard: 0,
    planVersion: 1,
    scheduledAt: at(0),
  },
  ...{
    state: 'open',
    cursor: null,
    inFlight: [],
    reserved: 0,
    spent: 0,
    tickets: 0,
    holder: null,
    leaseUntil: null,
    counts: {},
    rev: 0,
  },
  ...facts,
});

export const booking = (facts: Partial<Booking>): Booking => ({
  month: '2026-11',
  reserve: 0,
  release: 0,
  spend: 0,
  limit: null,
  ...facts,
});

export const aPlan = (version: number, savedBy = 'admin'): PlanVersion => ({
  plan: { ...plan, version },
  savedAt: at(version),
  savedBy,
});

export const aPayment = (facts: Partial<PaymentRecord> = {}): PaymentRecord => ({
  ...{
    reference: 'JMO-1',
    channel: 'jmo',
    amount: 8_400,
    paidAt: at(0),
    months: null,
    workerId: aWorker().workerId,
    recordedAt: at(0),
  },
  ...{
    status: 'recorded',
    bought: ['2026-11'],
    linked: null,
    price: 8_400,
    coveredBefore: '2026-10',
    flags: [],
    ...{ matched: null, reversed: null },
  },
  ...facts,
});

export const aReversed = (facts: Partial<PaymentRecord> = {}): PaymentRecord =>
  aPayment({
    status: 'reversed',
    reversed: { at: at(5), by: 'finance', reason: 'paid by mistake', was: 'recorded' },
    ...facts,
  });

/** In Siti's timeline, three seconds later. */
export const aCreditPurchase = (facts: Partial<PaymentRecord> = {}): PaymentRecord =>
  aPayment({
    ...{ channel: 'credit', reference: at(3), amount: 0, paidAt: at(3), recordedAt: at(3) },
    ...{ bought: ['2026-12'], coveredBefore: '2026-11' },
    ...facts,
  });

/** That Siti's payment for November has come in. */
export const aConfirmation = (facts: Partial<Confirmation> = {}): Confirmation => ({
  ...{
    zone: 'Asia/Jakarta',
    at: at(0),
    workerId: aWorker().workerId,
    month: '2026-11',
    heldOut: false,
    channel: 'jmo',
    reference: 'JMO-1',
  },
  ...facts,
});

export const aChange = (id: string): Change => ({
  ...{
    workerId: aWorker().workerId,
    id,
    at: at(0),
    by: 'admin',
    what: 'corrected',
    fields: ['name'],
    reason: null,
  },
});

export const paid = (worker: Worker, closed: readonly ClosedCycle[] = []): Paid => ({
  worker,
  closed,
});

/** Siti's cycle of November, ended by a payment five days before it was due. */
export const aClosedCycle = (facts: Partial<ClosedCycle> = {}): ClosedCycle => {
  const { workerId, province, sector, language, income, jht, cycle } = aWorker();
  const end = {
    on: '2026-11-11',
    by: 'payment',
    months: ['2026-11'],
    payment: 'pay_jmo_JMO-1',
  } as const;
  return {
    ...cycle,
    workerId,
    province,
    sector,
    language,
    income,
    jht,
    end,
    voided: false,
    ...facts,
  };
};
