import { textFingerprint } from '#domain/messages/text-mark';
import type { Step } from '#domain/plan/plan';
import type { Slice } from '#domain/sending/slice';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import {
  emptyTrial,
  faredTexts,
  moveTickets,
  type TicketMove,
  type Trial,
  ticketsFor,
  trialState,
} from '#domain/sending/trial';
import type { Progress, SendContext } from '#flows/sending/batch/send-context';

type Said = Readonly<{ slice: Pick<Slice, 'date' | 'planVersion'>; step: Step }>;
type Ports = Pick<SendContext['ports'], 'trials'>;

export async function trialNow({ slice, step }: Said, { trials }: Ports): Promise<Trial> {
  const { date, planVersion } = slice;
  const key = { date, step: step.id, text: textFingerprint(step) };
  return (await trials.get(key)) ?? emptyTrial({ ...key, planVersion });
}

/** Once it has passed, nobody reads it more than once a turn, and nobody writes it. */
export async function lookAgain(
  { ports, step }: Pick<SendContext, 'ports' | 'step'>,
  progress: Progress,
): Promise<Progress> {
  if (!isOnTrial(progress) || ticketsLeft(progress) > 0) return progress;
  return { ...progress, trial: await trialNow({ ...progress, step }, ports) };
}

const ticketsLeft = ({ slice, trial, fared }: Pick<Progress, 'slice' | 'trial' | 'fared'>) =>
  ticketsFor(trial, { held: slice.tickets, fared });

/** A closing pass sends nothing. */
const isOnTrial = ({ slice, trial }: Pick<Progress, 'slice' | 'trial'>): boolean =>
  slice.state !== 'closing' && trialState(trial) === 'open';

/** `on-trial`: all tickets are taken, and not everything is known yet. */
export function standingInTheWay(progress: Progress): 'halted' | 'on-trial' | null {
  if (progress.slice.state === 'closing') return null;
  if (trialState(progress.trial) === 'halted') return 'halted';
  return isOnTrial(progress) && ticketsLeft(progress) === 0 ? 'on-trial' : null;
}

/** The first texts for which there are tickets; the others are to be read again. */
export function withinTickets(
  progress: Pick<Progress, 'slice' | 'trial' | 'fared'>,
  plannedTexts: readonly PlannedText[],
): Readonly<{ plannedTexts: readonly PlannedText[]; later: readonly string[] }> {
  if (progress.slice.state === 'closing' || trialState(progress.trial) === 'passed')
    return { plannedTexts, later: [] };
  const tickets = trialState(progress.trial) === 'halted' ? 0 : ticketsLeft(progress);
  const ticketed = plannedTexts.filter(needsTicket);
  const later = new Set(ticketed.slice(tickets));
  return {
    plannedTexts: plannedTexts.filter((planned) => !later.has(planned)),
    later: [...later].map(({ row }) => row.workerId),
  };
}

/** A text that could not be composed tells as much as one that was refused. */
const needsTicket = ({ row }: PlannedText): boolean =>
  row.status === 'claimed' || row.status === 'failed';

/** Booked like money: whoever writes the slice next tells how the batch before has fared. */
export function ticketsMoved(
  { slice, trial, fared }: Pick<Progress, 'slice' | 'trial' | 'fared'>,
  plannedTexts: readonly PlannedText[] = [],
): TicketMove | undefined {
  if (trialState(trial) !== 'open') return undefined;
  const take = isOnTrial({ slice, trial }) ? plannedTexts.filter(needsTicket).length : 0;
  if (take + slice.tickets + faredTexts(fared) === 0) return undefined;
  const { date, step, text, planVersion } = trial;
  return { date, step, text, planVersion, take, held: slice.tickets, fared };
}

export const afterMove = (trial: Trial, move: TicketMove | undefined): Trial =>
  (move && moveTickets(trial, move)) ?? trial;
