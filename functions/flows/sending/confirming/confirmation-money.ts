import { costOf, paidFrom, skippedForBudget } from '#domain/sending/budget';
import type { PlannedText } from '#domain/sending/planned-text';
import { mayHaveBeenSent } from '#domain/sending/reminder';
import type { Round, Under } from '#flows/sending/confirming/round';
import { spentOn } from '#flows/sending/send-context';
import { type Attempt, rowsOf } from '#flows/sending/send-one';
import type { Booking } from '#flows/sending/slice-store';

/** A holder who dies before the claim leaves money reserved: some texts fewer, never one more. */
export async function reserveMoney(
  round: Round,
  plannedTexts: readonly PlannedText[],
  { plan, month }: Under,
): Promise<readonly PlannedText[]> {
  const { ports, settings } = round;
  const reserve = costOf(plannedTexts, settings);
  if (reserve === 0) return plannedTexts;
  const limit = plan.monthlyBudgetRupiah;
  const booked = await ports.slices.book({ month, ...nothing, reserve, limit });
  if (booked.status === 'booked') return plannedTexts;
  const remaining = (limit ?? 0) - booked.committed;
  const { paid } = paidFrom(remaining, plannedTexts, settings);
  const affordable = plannedTexts.map((planned) =>
    paid.includes(planned) ? planned : skippedForBudget(planned),
  );
  return reserveMoney(round, affordable, { plan, month });
}

const nothing: Omit<Booking, 'month'> = { reserve: 0, release: 0, spend: 0, limit: null };

type Attempted = Readonly<{ plannedTexts: readonly PlannedText[]; attempts: readonly Attempt[] }>;

/** What broke off may have been sent, so its money stays committed. Answers how many were sent. */
export async function bookMoney(
  { ports, settings }: Round,
  { plannedTexts, attempts }: Attempted,
  { month }: Under,
): Promise<number> {
  const ended = plannedTexts.filter((_, index) => attempts[index]?.status !== 'broke-off');
  const release = costOf(ended, settings);
  const rows = rowsOf(attempts);
  const spend = spentOn(rows, settings);
  if (release > 0) await ports.slices.book({ month, ...nothing, release, spend });
  return rows.filter(({ status }) => mayHaveBeenSent(status)).length;
}
