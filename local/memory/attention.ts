import type { PaymentRecord } from '#domain/payments/payment';
import { needsAttention, type Reminder } from '#domain/sending/reminder';
import { runIdOf, type Slice } from '#domain/sending/slice';
import { missedCount } from '#domain/sending/slice-missed';
import type { AttentionItem, AttentionStore } from '#flows/attention/attention-store';
import type { AtOnce } from '#local/memory/gate';
import {
  attentionAt,
  attentionId,
  frozen,
  latestPage,
  paymentAt,
  reminderAt,
  type State,
} from '#local/memory/state';

const pageSize = 100;

export const memoryAttention = (state: State): AtOnce<AttentionStore> => ({
  list(kind, cursor) {
    const ofKind = [...state.attention.values()].filter((item) => item.kind === kind);
    return latestPage(
      ofKind.map((item) => [item.id, item]),
      cursor,
      pageSize,
    );
  },
  resolve: (kind, id) => state.attention.delete(attentionAt(kind, id)),
});

type Attention = Readonly<{ key: string; item: AttentionItem }>;

/** What a person is to see of a reminder, if anything. */
export function attentionOf(row: Reminder): readonly Attention[] {
  if (!needsAttention(row)) return [];
  const { workerId, month, step, planVersion, status, reason, runId, at, province } = row;
  const said = { workerId, month, step, planVersion, status, reason, runId, province };
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

type PaymentKind = 'unmatched' | 'flagged';

export const paymentAttentionAt = (kind: PaymentKind, payment: PaymentRecord): string =>
  attentionAt(kind, attentionId(payment.recordedAt, paymentAt(payment)));

/** `province`: of whoever paid, where they are known. */
export function raise(
  state: State,
  { kind, province }: Readonly<{ kind: PaymentKind; province: string | null }>,
  payment: PaymentRecord,
): void {
  const { workerId, channel, reference, amount, paidAt, flags, short, recordedAt: at } = payment;
  const id = attentionId(at, paymentAt(payment));
  state.attention.set(
    attentionAt(kind, id),
    frozen({
      ...{ kind, id, at, workerId, channel, reference, amount, paidAt, flags, province },
      ...(short && { short }),
    }),
  );
}
