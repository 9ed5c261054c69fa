import { addSeconds } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import { noneFared } from '#domain/sending/trial';
import { afford } from '#flows/sending/batch/allowance';
import type { Progress, SendContext } from '#flows/sending/batch/send-context';
import { leaseSeconds } from '#flows/sending/lease';
import { afterMove, ticketsMoved, withinTickets } from '#flows/sending/trial/stand-trial';

export type Checkpoint = Omit<Progress, 'again'> &
  Planned & {
    /** Some wait for money that others have reserved and may not need. */
    readonly awaitsMoney: boolean;
  };

type Planned = Readonly<{
  plannedTexts: readonly PlannedText[];
  /** They stay in flight: another holder wrote their rows, or no ticket or money is there yet. */
  again: readonly string[];
}>;

/**
 * One conditional write: who is in flight, how far we are, what the batch before has cost, and,
 * where there are not enough, money and tickets for this one. Null where the lease is lost. Texts
 * over the month's budget become `skipped: budget`.
 */
export async function checkpoint(
  context: SendContext,
  progress: Omit<Progress, 'again'>,
  planned: Planned & Readonly<{ plan: Plan }>,
): Promise<Checkpoint | null> {
  const now = context.ports.clock.now();
  const ticketed = withinTickets(progress, planned.plannedTexts);
  const afforded = await afford(context, progress, { ...planned, ...ticketed });
  const { plannedTexts, waiting, booking } = afforded;
  const again = [...planned.again, ...ticketed.later, ...waiting];
  const checkpointed = { plannedTexts, again, awaitsMoney: waiting.length > 0 };
  const { slice } = progress;
  const isFresh = (slice.leaseUntil ?? '') > addSeconds(now, leaseSeconds / 2);
  if (plannedTexts.length === 0 && isFresh) return { ...progress, ...checkpointed };
  const inFlight = [...again, ...plannedTexts.map(({ row }) => row.workerId)];
  const tickets = ticketsMoved(progress, plannedTexts);
  const saved = await context.ports.slices.save(
    {
      ...{ ...slice, inFlight, tickets: tickets?.take ?? 0 },
      ...(booking ? { reserved: booking.reserve, spent: 0 } : {}),
      leaseUntil: addSeconds(now, leaseSeconds),
    },
    booking,
    tickets,
  );
  if (saved.status === 'lost') return null;
  if (saved.status === 'no-ticket')
    return checkpoint(context, { ...progress, trial: saved.trial }, planned);
  // Another slice has taken of the money that there was when we looked.
  if (saved.status === 'over-budget') return checkpoint(context, progress, planned);
  return {
    ...checkpointed,
    ...{ slice: saved.slice, fared: noneFared, trial: afterMove(progress.trial, tickets) },
    limit: booking ? booking.limit : progress.limit,
  };
}
