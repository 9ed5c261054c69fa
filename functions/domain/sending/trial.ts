import type { CalendarDate, Instant } from '#domain/calendar/dates';

/** The first texts of a step on a day, in all zones: how they fare decides about the others. */
export const trialTexts = 50;

/** Fewer are chance: two wrong numbers among fifty say nothing about a text or a deployment. */
const fewestBad = 3;
const mostBadShare = 0.05;

/** `text`: a fingerprint of what the step says. */
export type TrialKey = Readonly<{ date: CalendarDate; step: string; text: string }>;

/** `overParts`: sent, in more parts than the preview foresaw: more money than an admin was told. */
export type Fared = Readonly<{ sent: number; failed: number; unknown: number; overParts: number }>;

/** `taken`: tickets of texts that have fared, and of those that may be leaving now. */
export type Trial = TrialKey &
  Fared &
  Readonly<{
    planVersion: number;
    taken: number;
    released: Readonly<{ at: Instant; by: string }> | null;
  }>;

export type TrialOf = Pick<Trial, keyof TrialKey | 'planVersion'>;

export const noneFared: Fared = { sent: 0, failed: 0, unknown: 0, overParts: 0 };

export const faredTexts = ({ sent, failed, unknown, overParts }: Fared): number =>
  sent + failed + unknown + overParts;

export const addFared = (left: Fared, right: Fared): Fared => ({
  sent: left.sent + right.sent,
  failed: left.failed + right.failed,
  unknown: left.unknown + right.unknown,
  overParts: left.overParts + right.overParts,
});

/** Over 5 % of them, and at least three. */
export const isBad = ({ sent, ...bad }: Fared): boolean => {
  const count = faredTexts({ ...bad, sent: 0 });
  return count >= fewestBad && count > mostBadShare * (sent + count);
};

/** Follows from the counts alone: whoever books the last outcome has judged. */
export function trialState(trial: Trial): 'open' | 'passed' | 'halted' {
  if (trial.released) return 'passed';
  if (faredTexts(trial) < trialTexts) return 'open';
  return isBad(trial) ? 'halted' : 'passed';
}

/** How many texts may leave now, by whoever holds so many tickets for texts that have `fared`. */
export const ticketsFor = (
  { taken }: Pick<Trial, 'taken'>,
  { held, fared }: Pick<TicketMove, 'held' | 'fared'>,
): number => Math.max(0, trialTexts - taken + held - faredTexts(fared));

/** `held`: by the batch before, whose texts have `fared`; the others did not leave. */
export type TicketMove = TrialOf & Readonly<{ take: number; held: number; fared: Fared }>;

export const takenBy = ({ take, held, fared }: TicketMove): number =>
  take + faredTexts(fared) - held;

/** What is given back is always taken; null where there are too few tickets for what is wanted. */
export function moveTickets(trial: Trial, move: TicketMove): Trial | null {
  const taken = trial.taken + takenBy(move);
  if (move.take > 0 && taken > trialTexts) return null;
  return { ...trial, ...addFared(trial, move.fared), taken };
}

export const emptyTrial = ({ date, step, text, planVersion }: TrialOf): Trial => ({
  ...{ date, step, text, planVersion },
  ...noneFared,
  taken: 0,
  released: null,
});
