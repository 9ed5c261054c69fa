import { type Instant, localDate, type Month, monthOf } from '#domain/calendar/dates';
import type { PlannedText } from '#domain/sending/planned-text';
import type { Reminder } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

export const rupiahOf = (
  { priceUsd }: Pick<Reminder, 'priceUsd'>,
  { rupiahPerUsd }: Pick<Settings, 'rupiahPerUsd'>,
): number => Math.round(priceUsd * rupiahPerUsd);

export const costOf = (plannedTexts: readonly PlannedText[], settings: Settings): number =>
  plannedTexts.reduce((sum, { row, text }) => sum + (text ? rupiahOf(row, settings) : 0), 0);

/** Keeps the first texts that `rupiah` pays for, at least one fewer; the rest `skipped: budget`. */
export function withinBudget(
  plannedTexts: readonly PlannedText[],
  rupiah: number,
  settings: Settings,
): readonly PlannedText[] {
  const last = plannedTexts.findLastIndex(({ text }) => text);
  const fewer = plannedTexts.map((planned, index) => (index === last ? unpaid(planned) : planned));
  const cost = costOf(fewer, settings);
  return cost > 0 && cost > rupiah ? withinBudget(fewer, rupiah, settings) : fewer;
}

const unpaid = (planned: PlannedText): PlannedText => ({
  ...planned,
  text: null,
  row: { ...planned.row, status: 'skipped', reason: 'budget', parts: 0, priceUsd: 0 },
});

/** Jakarta's month. */
export const budgetMonth = (now: Instant): Month => monthOf(localDate('Asia/Jakarta', now));

/** The threshold that is passed: a person has to know before texts stop. */
export function budgetThreshold(committed: number, limit: number | null): 80 | 100 | null {
  if (limit === null || committed < 0.8 * limit) return null;
  return committed >= limit ? 100 : 80;
}
