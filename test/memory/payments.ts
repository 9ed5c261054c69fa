import type { PaymentRecord } from '#domain/payment';
import type { PaymentStore } from '#flows/ports';
import { paymentAttentionAt, raise } from './attention.ts';
import type { AtOnce } from './gate.ts';
import { byKey, frozen, paymentAt, type State } from './state.ts';
import { isCurrent, isThere, replaceWorker } from './workers.ts';

export const memoryPayments = (state: State): AtOnce<PaymentStore> => ({
  get: (channel, reference) => state.payments.get(paymentAt({ channel, reference })),

  record(payment, worker) {
    if (state.payments.has(paymentAt(payment))) return 'duplicate';
    if (worker ? !isCurrent(state, worker) : isThere(state, payment.workerId ?? '')) return 'changed';
    put(state, payment);
    if (worker) replaceWorker(state, worker);
    else raise(state, 'unmatched', payment);
    return 'recorded';
  },

  unmatchedOf: (workerId) => paymentsOf(state, workerId).filter(({ status }) => status === 'unmatched'),

  match(payment, worker) {
    const stored = state.payments.get(paymentAt(payment));
    if (stored?.status !== 'unmatched' || !isCurrent(state, worker)) return false;
    put(state, { ...payment, workerId: worker.workerId });
    replaceWorker(state, worker);
    state.attention.delete(paymentAttentionAt('unmatched', stored));
    return true;
  },

  reverse(payment, was, worker) {
    const stored = state.payments.get(paymentAt(payment));
    if (stored?.status !== was || stored.workerId !== payment.workerId) return false;
    if (worker ? !isCurrent(state, worker) : was === 'recorded' && isThere(state, payment.workerId ?? '')) return false;
    for (const kind of ['unmatched', 'flagged'] as const) state.attention.delete(paymentAttentionAt(kind, stored));
    put(state, payment);
    if (worker) replaceWorker(state, worker);
    return true;
  },
});

function put(state: State, payment: PaymentRecord): void {
  state.payments.set(paymentAt(payment), frozen(payment));
  if (payment.flags.length > 0) raise(state, 'flagged', payment);
}

/** A worker's payments by the day they were paid. */
export const paymentsOf = (state: State, workerId: string): PaymentRecord[] =>
  [...state.payments]
    .map(([key, payment]) => [`${payment.paidAt.slice(0, 10)}#${key}`, payment] as const)
    .filter(([, payment]) => payment.workerId === workerId)
    .sort(byKey)
    .map(([, payment]) => payment);
