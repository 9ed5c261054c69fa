import type { Plan } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { usePreview } from '../preview/preview-call.ts';

export const outlookDays = 60;

const ahead = { days: outlookDays, workerId: null };

/**
 * What the coming days bring under the plan in force, and under the draft; null until both are
 * known.
 */
export type Outlook = Readonly<{ before: Preview; after: Preview }> | null;

export function useOutlook(current: Plan, draft: Plan): Outlook {
  const [before, after] = [usePreview(current, ahead), usePreview(draft, ahead)];
  const areKnown = before.isCurrent && after.isCurrent && before.preview && after.preview;
  return areKnown ? { before: before.preview, after: after.preview } : null;
}

/** On the first day on which somebody is texted. */
export const firstDayOf = ({ days }: Preview): string | null =>
  days.find(({ expectedReminders }) => expectedReminders > 0)?.date ?? null;
