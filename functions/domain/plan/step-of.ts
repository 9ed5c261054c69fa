import type { Plan, Step } from '#domain/plan/plan';
import { confirmationStep } from '#domain/sending/reminder';

/** A confirmation is tried, halted and released like a step, but payments ask for it, all day. */
export const stepOf = (
  { steps, paidText: { texts } }: Pick<Plan, 'steps' | 'paidText'>,
  id: string,
): Step | undefined =>
  id === confirmationStep ? { ...confirming, texts } : steps.find((step) => step.id === id);

export const confirming = {
  id: confirmationStep,
  anchor: 'due',
  offsetDays: 0,
  at: '00:00',
  enabled: true,
  // Held-out workers get no reminders, but this is a confirmation.
  toHeldOut: true,
  maxParts: 1,
} as const satisfies Partial<Step>;
