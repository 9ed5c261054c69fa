import type { RunView } from '#flows/sending/show-runs';
import { paidStep } from '../shared/words/paid-step.ts';

export type SentToday = Readonly<{ all: number; reminders: number; confirmations: number }>;

/** A confirmation thanks for a payment and reminds nobody. */
export function sentToday(runs: readonly Pick<RunView, 'step' | 'counts'>[]): SentToday {
  const sent = (of: typeof runs) => of.reduce((sum, { counts }) => sum + (counts.sent ?? 0), 0);
  const confirmations = sent(runs.filter(({ step }) => step === paidStep));
  const all = sent(runs);
  return { all, reminders: all - confirmations, confirmations };
}
