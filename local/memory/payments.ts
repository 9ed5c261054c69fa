import { lateBookingsOf } from '#domain/payments/late-booking';
import type { PaymentRecord } from '#domain/payments/payment';
import { bookDay, recordedPayment } from '#domain/payments/recorded-payment';
import type { Paid, PaymentStore, RecordedAsked } from '#flows/payments/payment-store';
import type { Page } from '#flows/ports';
import { paymentAttentionAt, raise } from '#local/memory/attention';
import type { AtOnce } from '#local/memory/gate';
import {
  byKey,
  confirmationAt,
  frozen,
  latestPage,
  paymentAt,
  type State,
} from '#local/memory/state';
import { isCurrent, isThere, putCredit, putCycles, replaceWorker } from '#local/memory/workers';

export const memoryPayments = (state: State): AtOnce<PaymentStore> => ({
  get: (channel, reference) => state.payments.get(paymentAt({ channel, reference })),

  record(payment, paid) {
    if (state.payments.has(paymentAt(payment))) return 'duplicate';
    if (paid ? !isCurrent(state, paid.worker) : isThere(state, payment.workerId ?? ''))
      return 'changed';
    put(state, payment, paid);
    if (paid) pay(state, paid);
    else raise(state, { kind: 'unmatched', payer: null }, payment);
    return 'recorded';
  },

  recordedIn(asked, cursor, pageSize) {
    const { items, next } = recordedPage(state, { ...asked, pageSize }, cursor);
    return { items: items.map(recordedPayment), next };
  },

  listed: (asked, cursor) => recordedPage(state, asked, cursor),

  bookedLate: (month, since, cursor) =>
    latestPage(
      [...state.late]
        .filter(([, { month: of, at }]) => of === month && at >= since)
        .map(([key, booking]) => [key.slice(month.length + 1), booking]),
      cursor,
      50,
    ),

  ofWorker: (workerId) => paymentsOf(state, workerId),

  waitingFor: (workerIds) =>
    new Set(
      workerIds.filter((id) => paymentsOf(state, id).some(({ status }) => status === 'unmatched')),
    ),

  match(payment, paid) {
    const stored = state.payments.get(paymentAt(payment));
    if (stored?.status !== 'unmatched' || !isCurrent(state, paid.worker)) return false;
    put(state, { ...payment, workerId: paid.worker.workerId }, paid);
    pay(state, paid);
    state.attention.delete(paymentAttentionAt('unmatched', stored));
    return true;
  },

  reverse(payment, was, paid) {
    const stored = state.payments.get(paymentAt(payment));
    if (stored?.status !== was || stored.workerId !== payment.workerId) return false;
    if (
      paid
        ? !isCurrent(state, paid.worker)
        : was === 'recorded' && isThere(state, payment.workerId ?? '')
    )
      return false;
    for (const kind of ['unmatched', 'flagged'] as const)
      state.attention.delete(paymentAttentionAt(kind, stored));
    put(state, payment, paid);
    if (paid) pay(state, paid);
    return true;
  },
});

function recordedPage(
  state: State,
  {
    from,
    to,
    channel = null,
    pageSize = 50,
  }: RecordedAsked & Readonly<{ pageSize?: number | undefined }>,
  cursor: string | null,
): Page<PaymentRecord> {
  const ofDays = [...state.payments.values()].filter(({ recordedAt, channel: own }) => {
    const day = bookDay(recordedAt);
    return from <= day && day <= to && (channel ?? own) === own;
  });
  return latestPage(
    ofDays.map((payment) => [`${payment.recordedAt}#${paymentAt(payment)}`, payment]),
    cursor,
    pageSize,
  );
}

function pay(state: State, { worker, closed, credit = [], confirmation }: Paid): void {
  if (confirmation) state.confirmations.set(confirmationAt(confirmation), frozen(confirmation));
  replaceWorker(state, worker);
  putCycles(state, closed);
  putCredit(state, credit);
}

function put(state: State, payment: PaymentRecord, paid: Paid | null): void {
  state.payments.set(paymentAt(payment), frozen(payment));
  for (const booking of lateBookingsOf(payment, paid)) {
    const { month, at, to } = booking;
    state.late.set([month, at, paymentAt(payment), to].join('#'), frozen(booking));
  }
  if (payment.flags.length === 0) return;
  raise(state, { kind: 'flagged', payer: paid?.worker ?? null }, payment);
}

/** A worker's payments, and what their credit bought, by the day. */
export const paymentsOf = (state: State, workerId: string): PaymentRecord[] =>
  [...state.payments.alike('worker', workerId), ...state.credit.alike('worker', workerId)]
    .map((payment) => [`${payment.paidAt.slice(0, 10)}#${paymentAt(payment)}`, payment] as const)
    .sort(byKey)
    .map(([, payment]) => payment);
