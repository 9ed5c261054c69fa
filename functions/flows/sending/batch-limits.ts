import { addSeconds } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { costOf, withinBudget } from '#domain/sending/budget';
import type { PlannedText } from '#domain/sending/planned-text';
import type { Settings } from '#domain/settings';
import { leaseSeconds } from '#flows/sending/lease';
import {
  bookingOf,
  nothingSince,
  type Progress,
  type SendContext,
  type SendPorts,
} from '#flows/sending/send-context';
import { afterMove, ticketsMoved, withinTickets } from '#flows/sending/trial/stand-trial';

type Limited = Readonly<{ ports: Pick<SendPorts, 'rateLimit' | 'clock'>; settings: Settings }>;

/** False where this second has too few parts: it has then waited for the next. */
export async function withinRate(
  { ports: { rateLimit, clock }, settings }: Limited,
  plannedTexts: readonly PlannedText[],
): Promise<boolean> {
  const parts = plannedTexts.reduce((sum, { row, text }) => sum + (text ? row.parts : 0), 0);
  const { smsPartsPerSecond } = settings;
  if (parts === 0 || (await rateLimit.take(Math.min(parts, smsPartsPerSecond), smsPartsPerSecond)))
    return true;
  await clock.sleep(1_000 - (Date.parse(clock.now()) % 1_000));
  return false;
}

export type Checkpoint = Omit<Progress, 'again'> & Planned;

type Planned = Readonly<{
  plannedTexts: readonly PlannedText[];
  /** They stay in flight: another holder wrote their rows, or there is no ticket for their text. */
  again: readonly string[];
}>;

/**
 * One conditional write: who is in flight, how far we are, what the batch before has cost, and the
 * money and tickets for this one. Null where the lease is lost. Texts over the month's budget become
 * `skipped: budget`, the last of the batch first.
 */
export async function checkpoint(
  context: SendContext,
  progress: Omit<Progress, 'again'>,
  planned: Planned & Readonly<{ plan: Plan }>,
): Promise<Checkpoint | null> {
  const { ports, settings } = context;
  const { slice, spent } = progress;
  const { plan } = planned;
  const now = ports.clock.now();
  const { plannedTexts, later } = withinTickets(progress, planned.plannedTexts);
  const again = [...planned.again, ...later];
  const isFresh = (slice.leaseUntil ?? '') > addSeconds(now, leaseSeconds / 2);
  if (plannedTexts.length === 0 && isFresh) return { ...progress, plannedTexts, again };
  const reserve = costOf(plannedTexts, settings);
  const inFlight = [...again, ...plannedTexts.map(({ row }) => row.workerId)];
  const tickets = ticketsMoved(progress, plannedTexts);
  const saved = await ports.slices.save(
    {
      ...{ ...slice, inFlight, reserved: reserve, tickets: tickets?.take ?? 0 },
      leaseUntil: addSeconds(now, leaseSeconds),
    },
    { ...bookingOf(progress), reserve, limit: reserve > 0 ? plan.monthlyBudgetRupiah : null },
    tickets,
  );
  if (saved.status === 'lost') return null;
  if (saved.status === 'saved') {
    const trial = afterMove(progress.trial, tickets);
    return { slice: saved.slice, ...nothingSince, trial, plannedTexts, again };
  }
  if (saved.status === 'no-ticket')
    return checkpoint(context, { ...progress, trial: saved.trial }, { plannedTexts, again, plan });
  const remaining = (plan.monthlyBudgetRupiah ?? 0) - (saved.committed + spent - slice.reserved);
  const affordable = withinBudget(plannedTexts, remaining, settings);
  return checkpoint(context, progress, { plannedTexts: affordable, again, plan });
}
