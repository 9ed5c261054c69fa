import type { Instant } from '#domain/calendar/dates';
import { mayBuyWithCredit } from '#domain/payments/credit';
import type { Plan } from '#domain/plan/plan';
import { type Rules, rulesOf } from '#domain/plan/rules';
import { eligibilityOf } from '#domain/sending/eligibility';
import { plannedText } from '#domain/sending/planned-text';
import { countOf, type Slice } from '#domain/sending/slice';
import { buyWithCredit } from '#flows/payments/spend-credit';
import { type Checkpoint, checkpoint, withinRate } from '#flows/sending/batch-limits';
import { type Progress, type SendContext, spentOn, withCounts } from '#flows/sending/send-context';
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
  { slice, again, spent }: Progress,
  { ids, plan }: Batch,
): Promise<After> {
  const now = context.ports.clock.now();
  const all = [...again, ...ids];
  const progress = { slice: { ...slice, cursor: ids.at(-1) ?? slice.cursor }, again: all, spent };
  const { plannedTexts, written } = await planTexts(context, progress, { plan, now, again });
  if (!(await withinRate(context, plannedTexts))) return { status: 'done', progress };
  const checkpointed = await checkpoint(context, progress, { plannedTexts, written, plan });
  if (!checkpointed) return { status: 'lost' };
  const handled = await allHandled(
    checkpointed.plannedTexts.map((planned) => handle(context, planned, now)),
  );
  return afterwards(context, checkpointed, { handled, written });
}

type Planning = Readonly<{ plan: Plan; now: Instant; again: readonly string[] }>;

/**
 * `written`: rows of another holder, who is gone or slow. They are recovered before the next ten,
 * and counted then: also one that was sent since we recovered who was in flight.
 */
async function planTexts(
  { ports, settings, step, supersededBy, holder }: SendContext,
  { slice, again: all }: Progress,
  { plan, now, again }: Planning,
) {
  const fresh = await readPaidUp(all, slice, { ports, rules: rulesOf(plan, settings) });
  const judged = [...fresh].map(([workerId, readFresh]) => ({
    workerId,
    eligibility: eligibilityOf({ ...readFresh, slice, step, supersededBy, plan, now }),
  }));
  const terms = { slice, step, plan, settings, holder, now };
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

type Done = Readonly<{ handled: readonly Handled[]; written: readonly string[] }>;

/** Counts come from what was written, the cost from what may have been sent. */
function afterwards(
  { ports, settings }: SendContext,
  { slice, plannedTexts, spent }: Checkpoint,
  { handled, written }: Done,
): After {
  const rows = rowsOf(handled);
  const unhandled = plannedTexts.filter((_, index) => handled[index]?.status !== 'written');
  return {
    status: countHandled(handled, ports.metrics) ? 'try-later' : 'done',
    progress: {
      slice: rows.map(countOf).reduce(withCounts, slice),
      spent: spent + spentOn(rows, settings),
      again: [...written, ...unhandled.map(({ row }) => row.workerId)],
    },
  };
}
