import { addSeconds, monthOf } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { costOf, rupiahOf, withinBudget } from '#domain/sending/budget';
import { eligibilityOf } from '#domain/sending/eligibility';
import { type PlannedText, plannedText } from '#domain/sending/planned-text';
import { mayHaveBeenSent } from '#domain/sending/reminder';
import { addCounts, countOf, type Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import { leaseSeconds } from '#flows/sending/lease';
import {
  bookingOf,
  type Progress,
  type SendContext,
  type SendPorts,
  withCounts,
} from '#flows/sending/send-context';
import { type Handled, handle } from '#flows/sending/send-one';

type After =
  | Readonly<{ status: 'done' | 'try-later'; progress: Progress }>
  | Readonly<{ status: 'lost' }>;

/** Up to ten workers: look at them, take their parts of this second, note them in flight with the money reserved, then claim, send and record each. */
export async function sendBatch(
  context: SendContext,
  progress: Progress,
  { ids, plan }: { ids: readonly string[]; plan: Plan },
): Promise<After> {
  const { ports, settings, step, holder } = context;
  const now = ports.clock.now();
  const fresh = await ports.reminders.readFresh([...progress.again, ...ids], progress.slice);
  const judged = [...fresh].map(([workerId, readFresh]) => ({
    workerId,
    eligibility: eligibilityOf({ ...readFresh, slice: progress.slice, step, plan, now }),
  }));
  const slice = { ...progress.slice, cursor: ids.at(-1) ?? progress.slice.cursor };
  const plannedTexts = judged.flatMap(
    ({ workerId, eligibility }) =>
      plannedText(workerId, eligibility, { slice, step, plan, settings, holder, now }) ?? [],
  );
  if (!(await withinRate(context, plannedTexts)))
    return { status: 'done', progress: { ...progress, slice, again: [...progress.again, ...ids] } };
  const checkpointed = await checkpoint(context, { ...progress, slice }, { plannedTexts, plan });
  if (!checkpointed) return { status: 'lost' };
  const handled = await allHandled(
    checkpointed.plannedTexts.map((planned) => handle(context, planned, now)),
  );
  // Claimed by another holder, who is gone or slow: settled before the next ten.
  const claimed = judged
    .filter(({ eligibility }) => eligibility.kind === 'claimed-elsewhere')
    .map(({ workerId }) => workerId);
  return afterwards(context, checkpointed, { handled, claimed });
}

type Limited = Readonly<{ ports: Pick<SendPorts, 'rateLimit' | 'clock'>; settings: Settings }>;

/** Takes as many parts as will leave from this second's. False where there are none left: then it has waited for the next second, and all is looked at anew. */
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

/** One that fails must not leave the others running: a function that has answered is frozen, and would go on with an old look when it thaws. */
async function allHandled(running: readonly Promise<Handled>[]): Promise<readonly Handled[]> {
  const settled = await Promise.allSettled(running);
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

type Checkpoint = Readonly<{ slice: Slice; plannedTexts: readonly PlannedText[]; spent: number }>;

/**
 * One conditional write: who is in flight, how far we are, what the batch before has cost, and the money for this one. Null where the lease is lost.
 * Texts that the month's budget no longer holds become `skipped: budget`, the last of the batch first.
 */
async function checkpoint(
  context: SendContext,
  progress: Progress,
  { plannedTexts, plan }: { plannedTexts: readonly PlannedText[]; plan: Plan },
): Promise<Checkpoint | null> {
  const { slice, spent } = progress;
  const now = context.ports.clock.now();
  const isFresh = (slice.leaseUntil ?? '') > addSeconds(now, leaseSeconds / 2);
  if (plannedTexts.length === 0 && isFresh) return { slice, plannedTexts, spent };
  const reserve = costOf(plannedTexts, context.settings);
  const saved = await context.ports.slices.save(
    {
      ...slice,
      inFlight: plannedTexts.map(({ row }) => row.workerId),
      reserved: reserve,
      leaseUntil: addSeconds(now, leaseSeconds),
    },
    {
      ...bookingOf(progress),
      month: monthOf(slice.date),
      reserve,
      limit: reserve > 0 ? plan.monthlyBudgetRupiah : null,
    },
  );
  if (saved.status === 'lost') return null;
  if (saved.status === 'saved') return { slice: saved.slice, plannedTexts, spent: 0 };
  const left = (plan.monthlyBudgetRupiah ?? 0) - (saved.committed + spent - slice.reserved);
  return checkpoint(context, progress, {
    plannedTexts: withinBudget(plannedTexts, left, context.settings),
    plan,
  });
}

/** The counts come from what was written, the cost from what may have left; who was not handled is looked at again. */
function afterwards(
  context: SendContext,
  checkpointed: Checkpoint,
  { handled, claimed }: { handled: readonly Handled[]; claimed: readonly string[] },
): After {
  const rows = handled.flatMap((each) => (each.status === 'written' ? [each.row] : []));
  const counts = rows.map(countOf).reduce(addCounts, {});
  // Paused on purpose is no alarm.
  const rung = rows
    .filter(({ reason }) => reason !== 'paused')
    .map(countOf)
    .reduce(addCounts, {});
  for (const name of ['sent', 'failed', 'unknown', 'missed'] as const)
    context.ports.metrics.count(name, rung[name] ?? 0);
  context.ports.metrics.count(
    'held-back',
    handled.filter(({ status }) => status === 'try-later').length,
  );
  const left = rows.filter(({ status }) => mayHaveBeenSent(status));
  return {
    status: handled.some(({ status }) => status === 'try-later') ? 'try-later' : 'done',
    progress: {
      slice: withCounts(checkpointed.slice, counts),
      spent:
        checkpointed.spent + left.reduce((sum, row) => sum + rupiahOf(row, context.settings), 0),
      again: [
        ...claimed,
        ...checkpointed.plannedTexts
          .filter((_, index) => handled[index]?.status !== 'written')
          .map(({ row }) => row.workerId),
      ],
    },
  };
}
