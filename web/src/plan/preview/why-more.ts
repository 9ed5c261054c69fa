import type { Preview } from '#flows/preview/preview-plan';

/** Which texts that people who pay bring outnumber those which their payments save. */
export type WhyMore = 'confirmations' | 'next' | 'both';

/** Why more texts are expected than if nobody pays; null where there are not more. */
export function whyMore({
  total,
  confirmations,
}: Pick<Preview, 'total' | 'confirmations'>): WhyMore | null {
  if (total.expectedReminders <= total.reminders) return null;
  const confirmed = confirmations.reduce((sum, of) => sum + of.expectedReminders, 0);
  if (confirmed === 0) return 'next';
  return total.expectedReminders - confirmed > total.reminders ? 'both' : 'confirmations';
}
