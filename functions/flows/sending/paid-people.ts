import type { PaymentRecord } from '#domain/payments/payment';
import { type Confirmation, type Decision, decideOn } from '#domain/sending/confirmation';
import type { Reminder } from '#domain/sending/reminder';
import {
  type People,
  type PlannedBatch,
  type Planning,
  type Progress,
  pageSize,
  type SendContext,
  type SendPorts,
  writtenBefore,
} from '#flows/sending/batch/send-context';

export const paidPeople: People = {
  /** Nobody is missed: who still waits at the end of the day is the next day's. */
  async next({ ports }, slice) {
    if (slice.state === 'closing') return { ids: [], more: false };
    const { items, next } = await ports.confirmations.page(slice, slice.cursor, pageSize);
    return { ids: items, more: next !== null };
  },
  plan,
};

async function plan(
  context: SendContext,
  progress: Progress,
  planning: Planning,
): Promise<PlannedBatch> {
  const decided = await decide(context, progress, planning);
  const plannedTexts = decided.flatMap(({ decision }) =>
    decision.kind === 'write' ? [decision.planned] : [],
  );
  return {
    plannedTexts: progress.slice.state === 'closing' ? [] : plannedTexts,
    written: writtenBefore(
      decided.map(({ workerId, decision: { kind } }) => ({ workerId, kind })),
      planning.again,
    ),
    withheld: [],
    afterwards: (rows) => dropOver(decided, rows, context.ports),
  };
}

type Decided = Readonly<{
  workerId: string;
  confirmation: Confirmation | undefined;
  decision: Decision;
}>;

/** The payment is read after the worker: a reversal since then moves `rev`, and the claim fails. */
async function decide(
  { ports, settings, step, holder }: SendContext,
  { slice, again: all }: Progress,
  { plan, now }: Planning,
): Promise<readonly Decided[]> {
  const waiting = await ports.confirmations.of(slice, all);
  const confirmations = new Map(waiting.map((each) => [each.workerId, each]));
  const fresh = await ports.reminders.readFresh(all, slice);
  const terms = { slice, step, plan, settings, holder, now };
  return Promise.all(
    [...fresh].map(async ([workerId, readFresh]) => {
      const confirmation = confirmations.get(workerId);
      const payment = confirmation && (await paymentOf(confirmation, ports));
      return {
        ...{ workerId, confirmation },
        decision: decideOn(confirmation, { ...readFresh, payment }, terms),
      };
    }),
  );
}

/** One payment whose row is broken holds up no other. */
const paymentOf = (
  { channel, reference }: Confirmation,
  { payments }: Pick<SendPorts, 'payments'>,
): Promise<PaymentRecord | null | undefined> => payments.get(channel, reference).catch(() => null);

/** Those who are told now, or need not be. */
async function dropOver(
  decided: readonly Decided[],
  rows: readonly Reminder[],
  { confirmations }: Pick<SendPorts, 'confirmations'>,
): Promise<void> {
  const told = new Set(rows.map(({ workerId }) => workerId));
  const over = decided.flatMap(({ workerId, confirmation, decision: { kind } }) =>
    confirmation && (kind === 'done' || kind === 'not-owed' || told.has(workerId))
      ? [confirmation]
      : [],
  );
  await Promise.all(over.map((confirmation) => confirmations.drop(confirmation)));
}
