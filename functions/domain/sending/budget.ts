import { type Instant, localDate, type Month, monthOf } from '#domain/calendar/dates';
import type { Step } from '#domain/plan/plan';
import type { Reminder } from '#domain/sending/reminder';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import type { Settings } from '#domain/settings';

export const rupiahOf = (
  { priceUsd }: Pick<Reminder, 'priceUsd'>,
  { rupiahPerUsd }: Pick<Settings, 'rupiahPerUsd'>,
): number => Math.round(priceUsd * rupiahPerUsd);

export const costOf = (plannedTexts: readonly PlannedText[], settings: Settings): number =>
  plannedTexts.reduce((sum, { row, text }) => sum + (text ? rupiahOf(row, settings) : 0), 0);

/** In their order, the texts that what remains of `rupiah` pays for; and the others. */
export function paidFrom(
  rupiah: number,
  plannedTexts: readonly PlannedText[],
  settings: Settings,
): Readonly<{ paid: readonly PlannedText[]; unpaid: readonly PlannedText[] }> {
  let remaining = rupiah;
  const { paid = [], unpaid = [] } = Object.groupBy(plannedTexts, (planned) => {
    const cost = costOf([planned], settings);
    if (cost > 0 && cost > remaining) return 'unpaid';
    remaining -= cost;
    return 'paid';
  });
  return { paid, unpaid };
}

/** Batches that a slice reserves for at once: at the highest rate some ten seconds of it. */
const batchesAhead = 30;

/**
 * What a slice reserves when its next batch costs `cost` and the month has `room`. The month's row
 * is then written once in thirty batches; near the limit, a sixteenth of what is left at most, so
 * that nobody holds for long what others wait for.
 */
export const allowanceFor = (cost: number, room: number): number =>
  Math.min(batchesAhead * cost, Math.max(cost, Math.floor(room / 16)));

export const skippedForBudget = (planned: PlannedText): PlannedText => ({
  ...planned,
  text: null,
  row: { ...planned.row, status: 'skipped', reason: 'budget', parts: 0, priceUsd: 0 },
});

/** Jakarta's month. */
export const budgetMonth = (now: Instant): Month => monthOf(localDate('Asia/Jakarta', now));

/**
 * The threshold that is passed: a person has to know before texts stop. What slices hold in reserve
 * is not spent yet; 100 is where the longest text of an enabled step can no longer be paid, and is
 * skipped, though a shorter one may still leave.
 */
export function budgetThreshold(
  { spent, plan }: Readonly<{ spent: number; plan: Limited }>,
  settings: Pick<Settings, 'priceUsdPerPart' | 'rupiahPerUsd'>,
): 80 | 100 | null {
  const { monthlyBudgetRupiah: limit, steps } = plan;
  if (limit === null || spent < 0.8 * limit) return null;
  const parts = steps.filter(({ enabled }) => enabled).map(({ maxParts }) => maxParts);
  const priceUsd = Math.max(1, ...parts) * settings.priceUsdPerPart;
  return limit - spent < rupiahOf({ priceUsd }, settings) ? 100 : 80;
}

type Limited = Readonly<{
  monthlyBudgetRupiah: number | null;
  steps: readonly Pick<Step, 'enabled' | 'maxParts'>[];
}>;
