import { addSeconds } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { costOf, withinBudget } from '#domain/sending/budget';
import type { PlannedText } from '#domain/sending/planned-text';
import type { Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import { leaseSeconds } from '#flows/sending/lease';
import {
  bookingOf,
  type Progress,
  type SendContext,
  type SendPorts,
} from '#flows/sending/send-context';

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

export type Checkpoint = Readonly<{
  slice: Slice;
  plannedTexts: readonly PlannedText[];
  spent: number;
}>;

type Planned = Readonly<{
  plannedTexts: readonly PlannedText[];
  /** Workers whose rows another holder wrote: not counted yet, so they stay in flight. */
  written: readonly string[];
  plan: Plan;
}>;

/**
 * One conditional write: who is in flight, how far we are, what the batch before has cost, and the
 * money for this one. Null where the lease is lost. Texts over the month's budget become
 * `skipped: budget`, the last of the batch first.
 */
export async function checkpoint(
  context: SendContext,
  progress: Progress,
  { plannedTexts, written, plan }: Planned,
): Promise<Checkpoint | null> {
  const { ports, settings } = context;
  const { slice, spent } = progress;
  const now = ports.clock.now();
  const isFresh = (slice.leaseUntil ?? '') > addSeconds(now, leaseSeconds / 2);
  if (plannedTexts.length === 0 && isFresh) return { slice, plannedTexts, spent };
  const reserve = costOf(plannedTexts, settings);
  const inFlight = [...written, ...plannedTexts.map(({ row }) => row.workerId)];
  const saved = await ports.slices.save(
    { ...slice, inFlight, reserved: reserve, leaseUntil: addSeconds(now, leaseSeconds) },
    { ...bookingOf(progress), reserve, limit: reserve > 0 ? plan.monthlyBudgetRupiah : null },
  );
  if (saved.status === 'lost') return null;
  if (saved.status === 'saved') return { slice: saved.slice, plannedTexts, spent: 0 };
  const remaining = (plan.monthlyBudgetRupiah ?? 0) - (saved.committed + spent - slice.reserved);
  const affordable = withinBudget(plannedTexts, remaining, settings);
  return checkpoint(context, progress, { plannedTexts: affordable, written, plan });
}
