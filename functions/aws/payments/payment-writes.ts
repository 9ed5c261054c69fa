import type { Write } from '#aws/database';
import { confirmationRow } from '#aws/payments/confirmation-rows';
import { lateWrites } from '#aws/payments/late-rows';
import {
  type Payer,
  paymentAttention,
  paymentAttentionKey,
  paymentAttentionKeys,
  paymentRow,
  placeOf,
  placesOf,
  recordedRow,
} from '#aws/payments/payment-rows';
import { cycleWrites } from '#aws/people/cycle-rows';
import { nobodyThere, replacing } from '#aws/people/worker-rows';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Paid } from '#flows/payments/payment-store';
import { keys } from '#table';

export const recordWrites = (
  payment: PaymentRecord,
  paid: Paid | null,
  shards: number,
): readonly Write[] => [
  { put: paymentRow(payment), if: 'attribute_not_exists(#pk)' },
  // Unmatched only while no worker is stored: an import that has just created them looks no more.
  ...(paid ? paidWrites(paid, shards) : [notStored(payment.workerId ?? '')]),
  ...placesOf(payment, paid?.worker ?? null),
  ...(paid ? [] : unmatchedPuts(payment)),
  { put: recordedRow(payment) },
  ...lateWrites(payment, paid),
];

/** `WAITING` stays when they are matched: others may still wait, and it costs a query at most. */
const unmatchedPuts = (payment: PaymentRecord): readonly Write[] => [
  { put: paymentAttention('unmatched', payment, null) },
  ...(payment.workerId === null ? [] : [{ put: keys.waiting(payment.workerId) }]),
];

export function matchWrites(
  payment: PaymentRecord,
  stored: PaymentRecord,
  paid: Paid,
  shards: number,
): readonly Write[] {
  const { workerId } = paid.worker;
  const matched = { ...payment, workerId };
  const isMoved = stored.workerId !== workerId;
  return [
    {
      put: paymentRow(matched),
      if: '#status = :unmatched',
      values: { ':unmatched': 'unmatched' },
    },
    ...paidWrites(paid, shards),
    ...(isMoved ? placeOf(stored).map((key) => ({ remove: key })) : []),
    ...placesOf(matched, paid.worker),
    { remove: paymentAttentionKey('unmatched', stored) },
    { put: recordedRow(matched) },
    ...lateWrites(matched, paid),
  ];
}

export function reverseWrites(
  payment: PaymentRecord,
  was: 'recorded' | 'unmatched',
  paid: Paid | null,
  shards: number,
): readonly Write[] {
  const { workerId } = payment;
  return [
    { put: paymentRow(payment), ...stillOf(workerId, was) },
    ...placeOf(payment).map((key) => ({
      put: { ...key, ...payment },
      if: 'attribute_exists(#pk)',
    })),
    { put: recordedRow(payment) },
    ...lateWrites(payment, paid),
    ...attentionAfter(payment, paid?.worker ?? null),
    ...(paid ? paidWrites(paid, shards) : []),
    ...(!paid && was === 'recorded' && workerId !== null ? [notStored(workerId)] : []),
  ];
}

/** An erasure removes the worker from the payment: they must not come back into it. */
const stillOf = (workerId: string | null, was: string): Pick<Write, 'if' | 'values'> =>
  workerId === null
    ? { if: '#status = :was AND attribute_not_exists(#workerId)', values: { ':was': was } }
    : {
        if: '#status = :was AND #workerId = :workerId',
        values: { ':was': was, ':workerId': workerId },
      };

/** One transaction may not touch a row twice: a flagged item is written over, not removed. */
function attentionAfter(payment: PaymentRecord, payer: Payer): readonly Write[] {
  if (payment.flags.length === 0)
    return paymentAttentionKeys(payment).map((key) => ({ remove: key }));
  return [
    { remove: paymentAttentionKey('unmatched', payment) },
    { put: paymentAttention('flagged', payment, payer) },
  ];
}

const notStored = (workerId: string): Write => ({
  check: keys.worker(workerId),
  if: nobodyThere,
});

const paidWrites = (
  { worker, closed, credit = [], confirmation }: Paid,
  shards: number,
): Write[] => [
  replacing(worker, shards),
  ...cycleWrites(closed, shards),
  ...credit.flatMap((bought) => placesOf(bought, worker)),
  ...(confirmation ? [{ put: confirmationRow(confirmation, shards) }] : []),
];
