import { type Instant, type Month, secondsBetween } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { costOf, rupiahOf, withinBudget } from '#domain/sending/budget';
import { type Confirmation, type Decision, decideOn } from '#domain/sending/confirmation';
import type { PlannedText } from '#domain/sending/planned-text';
import { confirmationStep, mayHaveBeenSent } from '#domain/sending/reminder';
import { addCounts, countOf } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { ConfirmationStore, PaymentStore } from '#flows/payments/payment-store';
import { withinRate } from '#flows/sending/send-batch';
import type { SendPorts } from '#flows/sending/send-context';
import { type Handled, handle } from '#flows/sending/send-one';
import type { Booking, SliceStore } from '#flows/sending/slice-store';

export type ConfirmPorts = Readonly<{
  confirmations: ConfirmationStore;
  payments: Pick<PaymentStore, 'get'>;
  slices: Pick<SliceStore, 'book'>;
}> &
  Pick<SendPorts, 'reminders' | 'plans' | 'rateLimit' | 'sms' | 'clock' | 'metrics'>;

/** One holder's round over all zones, which ends at `until`. Nothing in it but the rows outlives a crash. */
export type Round = Readonly<{
  ports: ConfirmPorts;
  settings: Settings;
  holder: string;
  until: Instant;
}>;

/** `look-again`: this second's parts are used up · `left`: how many texts left. */
export type Confirmed = Readonly<{ status: 'done' | 'read-again' | 'try-later'; left: number }>;

type Under = Readonly<{ plan: Plan; month: Month }>;
type Decided = Readonly<{ confirmation: Confirmation; decision: Decision }>;

/** Look, take parts and money, then claim, send and record each. Who was told, or needs no word, is dropped last: a crash before that is found told. */
export async function confirmBatch(
  round: Round,
  pending: readonly Confirmation[],
  under: Under,
): Promise<Confirmed> {
  const { confirmations, clock } = round.ports;
  const readAt = clock.now();
  const decided = await decide(round, pending, { ...under, now: readAt });
  const writing = decided.flatMap(({ confirmation, decision }) =>
    decision.kind === 'write' ? [{ confirmation, planned: decision.planned }] : [],
  );
  const planned = writing.map(({ planned }) => planned);
  if (!(await withinRate(round, planned))) return { status: 'read-again', left: 0 };
  const plannedTexts = await withMoneyFor(round, planned, under);
  const attempts = await Promise.all(
    plannedTexts.map((planned) => attempt(round, planned, readAt)),
  );
  const left = await settleMoney(round, { plannedTexts, attempts }, under);
  const told = writing.flatMap(({ confirmation }, index) =>
    attempts[index]?.status === 'written' ? [confirmation] : [],
  );
  const needless = decided.flatMap(({ confirmation, decision }) =>
    decision.kind === 'drop' ? [confirmation] : [],
  );
  const abandoned = await settleAbandoned(round, decided);
  await Promise.all([...told, ...needless, ...abandoned].map((each) => confirmations.drop(each)));
  return { status: statusAfter(round, attempts), left };
}

/** The payment is read after the worker: a reversal in between is seen, and one after both moves `rev`, so that the claim fails. */
async function decide(
  { ports, settings, holder }: Round,
  pending: readonly Confirmation[],
  { plan, now }: Under & { now: Instant },
) {
  const fresh = await Promise.all(
    [...Map.groupBy(pending, ({ month }) => month)].map(async ([month, of]) => {
      const ids = of.map(({ workerId }) => workerId);
      const found = await ports.reminders.readFresh(ids, { month, step: confirmationStep });
      return of.map((confirmation) => ({
        confirmation,
        readFresh: found.get(confirmation.workerId) ?? nobody,
      }));
    }),
  );
  return Promise.all(
    fresh.flat().map(async ({ confirmation, readFresh }): Promise<Decided> => {
      const { channel, reference } = confirmation;
      // One payment whose row is broken holds up no other.
      const payment = await ports.payments.get(channel, reference).catch(() => null);
      return {
        confirmation,
        decision: decideOn(
          confirmation,
          { ...readFresh, payment },
          { plan, settings, holder, now },
        ),
      };
    }),
  );
}

const nobody = { worker: undefined, reminder: undefined };

/**
 * The tasks with the money for them reserved; those that the month's budget no longer holds are `skipped: budget`. A holder who dies between this and the
 * claim leaves the money reserved for nobody: a text or ten that the month has less, never one more.
 */
async function withMoneyFor(
  round: Round,
  plannedTexts: readonly PlannedText[],
  { plan, month }: Under,
): Promise<readonly PlannedText[]> {
  const { ports, settings } = round;
  const reserve = costOf(plannedTexts, settings);
  if (reserve === 0) return plannedTexts;
  const booked = await ports.slices.book({
    month,
    ...nothing,
    reserve,
    limit: plan.monthlyBudgetRupiah,
  });
  if (booked.status === 'booked') return plannedTexts;
  const left = (plan.monthlyBudgetRupiah ?? 0) - booked.committed;
  return withMoneyFor(round, withinBudget(plannedTexts, left, settings), { plan, month });
}

const nothing: Omit<Booking, 'month'> = { reserve: 0, release: 0, spend: 0, limit: null };

type Attempt = Handled | Readonly<{ status: 'broke-off'; error: unknown }>;

/** One that breaks off leaves none of the others running, and takes nothing from what is written down of them. */
const attempt = (
  { ports, holder }: Round,
  planned: PlannedText,
  readAt: Instant,
): Promise<Attempt> =>
  handle({ ports, holder }, planned, readAt).catch((error: unknown) => ({
    status: 'broke-off',
    error,
  }));

/** What may have left is spent, what did not is given back, and what broke off stays committed, as it may have left. Answers how many left. */
async function settleMoney(
  { ports, settings }: Round,
  {
    plannedTexts,
    attempts,
  }: Readonly<{ plannedTexts: readonly PlannedText[]; attempts: readonly Attempt[] }>,
  { month }: Under,
): Promise<number> {
  const release = costOf(
    plannedTexts.filter((_, index) => attempts[index]?.status !== 'broke-off'),
    settings,
  );
  const left = attempts.flatMap((each) =>
    each.status === 'written' && mayHaveBeenSent(each.row.status) ? [each.row] : [],
  );
  const spend = left.reduce((sum, row) => sum + rupiahOf(row, settings), 0);
  if (release > 0) await ports.slices.book({ month, ...nothing, release, spend });
  return left.length;
}

/** A round has ended 90 s after it began, one way or another: what was claimed before that and never settled is nobody's. */
const claimSeconds = 120;

/**
 * A claim whose holder is gone may have led to a text: it becomes `unknown`, and nobody is texted again. Its money stays committed; should the holder only
 * have been slow, they settle it themselves. Answers what is settled by that.
 */
async function settleAbandoned(
  { ports }: Round,
  decided: readonly Decided[],
): Promise<readonly Confirmation[]> {
  const { reminders, clock, metrics } = ports;
  const settled: Confirmation[] = [];
  for (const { confirmation, decision } of decided) {
    if (decision.kind !== 'claimed') continue;
    const { reminder } = decision;
    if (secondsBetween(reminder.claimedAt ?? reminder.at, clock.now()) < claimSeconds) continue;
    if (!(await reminders.presumeUnknown(reminder, reminder.claimId, clock.now()))) continue;
    metrics.count('unknown', 1);
    settled.push(confirmation);
  }
  return settled;
}

function statusAfter(
  { ports: { metrics } }: Round,
  attempts: readonly Attempt[],
): Confirmed['status'] {
  const counts = attempts
    .flatMap((each) => (each.status === 'written' ? [countOf(each.row)] : []))
    .reduce(addCounts, {});
  for (const name of ['sent', 'failed', 'unknown'] as const) metrics.count(name, counts[name] ?? 0);
  const heldBack = attempts.filter(({ status }) => status === 'try-later').length;
  metrics.count('held-back', heldBack);
  const broken = attempts.find((each) => each.status === 'broke-off');
  if (broken) throw broken.error;
  return heldBack > 0 ? 'try-later' : 'done';
}
