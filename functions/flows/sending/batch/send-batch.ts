import type { Instant } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { zoneOfWorker } from '#domain/people/worker';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Reminder } from '#domain/sending/reminder';
import { addWithheld } from '#domain/sending/withheld';
import { type Checkpoint, checkpoint } from '#flows/sending/batch/batch-limits';
import { type Progress, type SendContext, withRows } from '#flows/sending/batch/send-context';
import { countHandled, type Handled, handleAll, rowsOf } from '#flows/sending/batch/send-one';

type After =
  | Readonly<{ status: 'done' | 'try-later' | 'awaits-money'; progress: Progress }>
  | Readonly<{ status: 'lost' }>;

type Batch = Readonly<{ ids: readonly string[]; plan: Plan }>;

/** Up to ten workers, noted as in flight and their texts covered before the first claim. */
export async function sendBatch(
  context: SendContext,
  begun: Progress,
  { ids, plan }: Batch,
): Promise<After> {
  const { people } = context;
  const now = context.ports.clock.now();
  const { slice, again } = begun;
  const cursor = ids.at(-1) ?? slice.cursor;
  const progress = { ...begun, slice: { ...slice, cursor }, again: [...again, ...ids] };
  const batch = await people.plan(context, progress, { plan, now, again });
  const { plannedTexts, written } = batch;
  const planned = { plannedTexts, again: written, plan };
  const passed = { ids: batch.withheld, again, version: plan.version };
  const withheld = addWithheld(slice.withheld, passed);
  const checkpointed = await checkpoint(
    context,
    { ...progress, slice: { ...progress.slice, withheld } },
    planned,
  );
  if (!checkpointed) return { status: 'lost' };
  const mayTextIn = (zone: Zone, at: Instant) =>
    mayTextNow(zone, { plan, settings: context.settings, now: at });
  // A worker may have moved since they paid: both the slice's clock and their own allow it.
  const mayLeave = (at: Instant, row: Reminder) =>
    mayTextIn(slice.zone, at) && mayTextIn(zoneOfWorker(row), at);
  const reading = { readAt: now, mayLeave };
  const handled = await allHandled(await handleAll(context, checkpointed.plannedTexts, reading));
  await batch.afterwards(rowsOf(handled));
  return afterwards(context, checkpointed, { handled, inFlight: again });
}

/** None may be left running: a function that has answered is frozen, and thaws with an old read. */
async function allHandled(running: readonly Promise<Handled>[]): Promise<readonly Handled[]> {
  const ended = await Promise.allSettled(running);
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** Its writer counts a row that was there: we do for a lost holder, whose worker is in flight. */
const mustBeReadAgain = (handled: Handled | undefined, wasInFlight: boolean): boolean =>
  handled?.status === 'exists' ? wasInFlight : handled?.status !== 'written';

/** Counts come from what was written, the cost from what may have been sent. */
function afterwards(
  context: SendContext,
  { plannedTexts, again, awaitsMoney, ...checkpointed }: Checkpoint,
  { handled, inFlight }: Readonly<{ handled: readonly Handled[]; inFlight: readonly string[] }>,
): After {
  const unhandled = plannedTexts.filter((planned, index) =>
    mustBeReadAgain(handled[index], inFlight.includes(planned.row.workerId)),
  );
  const rows = rowsOf(handled);
  context.ports.metrics.count('due', rows.length);
  const isHeldBack = countHandled(handled, context.ports.metrics);
  return {
    status: isHeldBack ? 'try-later' : awaitsMoney ? 'awaits-money' : 'done',
    progress: {
      ...withRows(context, checkpointed, rows),
      again: [...again, ...unhandled.map(({ row }) => row.workerId)],
    },
  };
}
