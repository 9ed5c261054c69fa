import type { Instant } from '#domain/calendar/dates';
import { mayBuyWithCredit } from '#domain/payments/credit';
import type { Plan } from '#domain/plan/plan';
import { type Rules, rulesOf } from '#domain/plan/rules';
import { eligibilityOf } from '#domain/sending/eligibility';
import { plannedText } from '#domain/sending/planned-text';
import type { Slice } from '#domain/sending/slice';
import { trialState } from '#domain/sending/trial';
import { buyWithCredit } from '#flows/payments/spend-credit';
import { type Checkpoint, checkpoint, withinRate } from '#flows/sending/batch-limits';
import { type Progress, type SendContext, withRows } from '#flows/sending/send-context';
import { countHandled, type Handled, handle, rowsOf } from '#flows/sending/send-one';

type After =
  | Readonly<{ status: 'done' | 'try-later'; progress: Progress }>
  | Readonly<{ status: 'lost' }>;

type Batch = Readonly<{ ids: readonly string[]; plan: Plan }>;

/**
 * Up to ten workers. They are noted as in flight, with the money reserved, before the first claim.
 */
export async function sendBatch(
  context: SendContext,
  begun: Progress,
  { ids, plan }: Batch,
): Promise<After> {
  const now = context.ports.clock.now();
  const { slice, again } = begun;
  const cursor = ids.at(-1) ?? slice.cursor;
  const progress = { ...begun, slice: { ...slice, cursor }, again: [...again, ...ids] };
  const { plannedTexts, written } = await planTexts(context, progress, { plan, now, again });
  if (!(await withinRate(context, plannedTexts))) return { status: 'done', progress };
  const planned = { plannedTexts, again: written, plan };
  const checkpointed = await checkpoint(context, progress, planned);
  if (!checkpointed) return { status: 'lost' };
  const handled = await allHandled(
    checkpointed.plannedTexts.map((planned) => handle(context, planned, now)),
  );
  return afterwards(context, checkpointed, handled);
}

type Planning = Readonly<{ plan: Plan; now: Instant; again: readonly string[] }>;

/**
 * `written`: rows of another holder, who is gone or slow. They are recovered before the next ten,
 * and counted then: also one that was sent since we recovered who was in flight.
 */
async function planTexts(
  { ports, settings, step, supersededBy, holder }: SendContext,
  { slice, trial, again: all }: Progress,
  { plan, now, again }: Planning,
) {
  const fresh = await readPaidUp(all, slice, { ports, rules: rulesOf(plan, settings) });
  const judged = [...fresh].map(([workerId, readFresh]) => ({
    workerId,
    eligibility: eligibilityOf({ ...readFresh, slice, step, supersededBy, plan, now }),
  }));
  const isHalted = trialState(trial) === 'halted';
  const terms = { slice, step, plan, settings, holder, now, isHalted };
  return {
    plannedTexts: judged.flatMap(
      ({ workerId, eligibility }) => plannedText(workerId, eligibility, terms) ?? [],
    ),
    written: judged
      .filter(
        ({ workerId, eligibility: { kind } }) =>
          kind === 'claimed-elsewhere' || (kind === 'done' && again.includes(workerId)),
      )
      .map(({ workerId }) => workerId),
  };
}

/**
 * A worker who could pay the month from credit has paid it before their row says so: coverage and
 * reminder tell the same. The read that follows decides.
 */
async function readPaidUp(
  ids: readonly string[],
  slice: Slice,
  { ports, rules }: Pick<SendContext, 'ports'> & Readonly<{ rules: Rules }>,
): ReturnType<SendContext['ports']['reminders']['readFresh']> {
  const fresh = await ports.reminders.readFresh(ids, slice);
  const rich = [...fresh.values()].flatMap(({ worker }) =>
    worker && mayBuyWithCredit(worker) ? [worker] : [],
  );
  const bought = await Promise.all(rich.map((worker) => buyWithCredit(worker, ports, rules)));
  return bought.some(Boolean) ? ports.reminders.readFresh(ids, slice) : fresh;
}

/** None may be left running: a function that has answered is frozen, and thaws with an old read. */
async function allHandled(running: readonly Promise<Handled>[]): Promise<readonly Handled[]> {
  const ended = await Promise.allSettled(running);
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** Counts come from what was written, the cost from what may have been sent. */
function afterwards(
  context: SendContext,
  { plannedTexts, again, ...checkpointed }: Checkpoint,
  handled: readonly Handled[],
): After {
  const unhandled = plannedTexts.filter((_, index) => handled[index]?.status !== 'written');
  const rows = rowsOf(handled);
  context.ports.metrics.count('due', rows.length);
  return {
    status: countHandled(handled, context.ports.metrics) ? 'try-later' : 'done',
    progress: {
      ...withRows(context, checkpointed, rows),
      again: [...again, ...unhandled.map(({ row }) => row.workerId)],
    },
  };
}
