import { everything, type Filtered, isAskedFor } from '#domain/attention/attention-filter';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Change, Worker } from '#domain/people/worker';
import { needsAttention, type Reminder } from '#domain/sending/reminder';
import { runIdOf, type Slice } from '#domain/sending/slice';
import { missedCount } from '#domain/sending/slice-missed';
import type {
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import type { AtOnce } from '#local/memory/gate';
import {
  attentionAt,
  attentionId,
  changeAt,
  frozen,
  latestPage,
  paymentAt,
  reminderAt,
  type State,
} from '#local/memory/state';
import { isThere } from '#local/memory/workers';

const pageSize = 100;

export const memoryAttention = (state: State): AtOnce<AttentionStore> => ({
  list(kind, cursor, { filter, oldestFirst } = { filter: everything, oldestFirst: false }) {
    const asked = ofKind(state, kind).filter((item) => isAskedFor(item as Filtered, filter));
    return latestPage(
      asked.map((item) => [item.id, item]),
      cursor,
      pageSize,
      oldestFirst,
    );
  },
  latest: (kind) => ({ items: ofKind(state, kind) as readonly Filtered[], isAll: true }),
  resolve(kind, id, noted) {
    const item = state.attention.get(attentionAt(kind, id));
    if (!item) return false;
    note(state, noted(workerOf(item)));
    return state.attention.delete(attentionAt(kind, id));
  },
  restore(kind, id, noted) {
    const key = attentionAt(kind, id);
    if (state.attention.has(key)) return true;
    const again = sourcesIn(state).find((source) => source.key === key);
    if (!again) return false;
    const change = noted(workerOf(again.item));
    if (change && !isThere(state, change.workerId)) return false;
    state.attention.set(key, frozen(again.item));
    note(state, change);
    return true;
  },
});

const workerOf = ({ workerId }: AttentionItem): string | null =>
  typeof workerId === 'string' ? workerId : null;

function note(state: State, change: Change | null): void {
  if (change && isThere(state, change.workerId))
    state.changes.set(changeAt(change), frozen(change));
}

/** All that a person may take off the list. */
const sourcesIn = (state: State): readonly Attention[] => [
  ...[...state.reminders.values()].flatMap(attentionOf),
  ...[...state.slices.values()].flatMap(missedAttention),
  ...[...state.payments.values()]
    .filter(({ flags }) => flags.length > 0)
    .map((payment) =>
      paymentAttention('flagged', state.workers.get(payment.workerId ?? '') ?? null, payment),
    ),
];

const ofKind = (state: State, kind: AttentionKind): readonly AttentionItem[] =>
  [...state.attention.values()].filter((item) => item.kind === kind);

type Attention = Readonly<{ key: string; item: AttentionItem }>;

/** What a person is to see of a reminder, if anything. */
export function attentionOf(row: Reminder): readonly Attention[] {
  if (!needsAttention(row)) return [];
  const { workerId, month, step, planVersion, status, reason, runId, at, province } = row;
  const group = row.group ?? null;
  const said = { workerId, month, step, planVersion, status, reason, runId, province, group };
  const id = attentionId(at, reminderAt(row));
  return [
    {
      key: attentionAt(status, id),
      item: { kind: status, id, at, ...said },
    },
  ];
}

/** Of a slice that is closed, if it missed anybody. */
export function missedAttention(slice: Slice): readonly Attention[] {
  const { missed, month, step, planVersion, shard } = slice;
  if (slice.state !== 'closed' || !missed) return [];
  const { at, reason, provinces } = missed;
  const runId = runIdOf(slice);
  const id = attentionId(at, [runId, shard].join('#'));
  const said = { month, step, planVersion, status: 'missed', reason, runId };
  const what = { kind: 'missed', id, at, ...said } as const;
  return [
    {
      key: attentionAt('missed', id),
      item: { ...what, count: missedCount(missed), provinces },
    },
  ];
}

type Payer = Pick<Worker, 'province' | 'group'> | null;
type PaymentKind = 'unmatched' | 'flagged';

export const paymentAttentionAt = (kind: PaymentKind, payment: PaymentRecord): string =>
  attentionAt(kind, attentionId(payment.recordedAt, paymentAt(payment)));

/** `payer`: where they are known. */
export function raise(
  state: State,
  { kind, payer }: Readonly<{ kind: PaymentKind; payer: Payer }>,
  payment: PaymentRecord,
): void {
  const { key, item } = paymentAttention(kind, payer, payment);
  state.attention.set(key, frozen(item));
}

function paymentAttention(kind: PaymentKind, payer: Payer, payment: PaymentRecord): Attention {
  const { workerId, channel, reference, amount, paidAt, flags, short, recordedAt: at } = payment;
  const id = attentionId(at, paymentAt(payment));
  const who = { province: payer?.province ?? null, group: payer?.group ?? null };
  return {
    key: attentionAt(kind, id),
    item: {
      ...{ kind, id, at, workerId, channel, reference, amount, paidAt, flags, ...who },
      ...(short && { short }),
    },
  };
}
