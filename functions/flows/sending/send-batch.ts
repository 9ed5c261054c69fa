import { addSeconds, monthOf } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import { costOf, rupiahOf, withinBudget } from '#domain/sending/budget';
import { verdictOn } from '#domain/sending/eligibility';
import { type Task, taskFor } from '#domain/sending/planned-text';
import { mayHaveLeft } from '#domain/sending/reminder';
import { addCounts, countOf, type Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import { leaseSeconds } from '#flows/sending/lease';
import {
  counted,
  type Progress,
  type SendPorts,
  settling,
  type Turn,
} from '#flows/sending/send-context';
import { type Handled, handle } from '#flows/sending/send-one';

type After =
  | Readonly<{ status: 'done' | 'try-later'; progress: Progress }>
  | Readonly<{ status: 'lost' }>;

/** Up to ten workers: look at them, take their parts of this second, note them in flight with the money reserved, then claim, send and record each. */
export async function sendBatch(
  turn: Turn,
  progress: Progress,
  { ids, plan }: { ids: readonly string[]; plan: Plan },
): Promise<After> {
  const { ports, settings, step, holder } = turn;
  const now = ports.clock.now();
  const looks = await ports.reminders.look([...progress.again, ...ids], progress.slice);
  const judged = [...looks].map(([workerId, look]) => ({
    workerId,
    verdict: verdictOn({ ...look, slice: progress.slice, step, plan, now }),
  }));
  const slice = { ...progress.slice, cursor: ids.at(-1) ?? progress.slice.cursor };
  const tasks = judged.flatMap(
    ({ workerId, verdict }) =>
      taskFor(workerId, verdict, { slice, step, plan, settings, holder, now }) ?? [],
  );
  if (!(await paced(turn, tasks)))
    return { status: 'done', progress: { ...progress, slice, again: [...progress.again, ...ids] } };
  const noted = await note(turn, { ...progress, slice }, { tasks, plan });
  if (!noted) return { status: 'lost' };
  const handled = await allHandled(noted.tasks.map((task) => handle(turn, task, now)));
  // Claimed by another holder, who is gone or slow: settled before the next ten.
  const claimed = judged
    .filter(({ verdict }) => verdict.kind === 'claimed-elsewhere')
    .map(({ workerId }) => workerId);
  return afterwards(turn, noted, { handled, claimed });
}

type Paced = Readonly<{ ports: Pick<SendPorts, 'pace' | 'clock'>; settings: Settings }>;

/** Takes as many parts as will leave from this second's. False where there are none left: then it has waited for the next second, and all is looked at anew. */
export async function paced(
  { ports: { pace, clock }, settings }: Paced,
  tasks: readonly Task[],
): Promise<boolean> {
  const parts = tasks.reduce((sum, { row, text }) => sum + (text ? row.parts : 0), 0);
  const { smsPartsPerSecond } = settings;
  if (parts === 0 || (await pace.take(Math.min(parts, smsPartsPerSecond), smsPartsPerSecond)))
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

type Noted = Readonly<{ slice: Slice; tasks: readonly Task[]; spent: number }>;

/**
 * One conditional write: who is in flight, how far we are, what the batch before has cost, and the money for this one. Null where the lease is lost.
 * Texts that the month's budget no longer holds become `skipped: budget`, the last of the batch first.
 */
async function note(
  turn: Turn,
  progress: Progress,
  { tasks, plan }: { tasks: readonly Task[]; plan: Plan },
): Promise<Noted | null> {
  const { slice, spent } = progress;
  const now = turn.ports.clock.now();
  const isFresh = (slice.leaseUntil ?? '') > addSeconds(now, leaseSeconds / 2);
  if (tasks.length === 0 && isFresh) return { slice, tasks, spent };
  const reserve = costOf(tasks, turn.settings);
  const saved = await turn.ports.slices.save(
    {
      ...slice,
      inFlight: tasks.map(({ row }) => row.workerId),
      reserved: reserve,
      leaseUntil: addSeconds(now, leaseSeconds),
    },
    {
      ...settling(progress),
      month: monthOf(slice.date),
      reserve,
      limit: reserve > 0 ? plan.monthlyBudgetRupiah : null,
    },
  );
  if (saved.status === 'lost') return null;
  if (saved.status === 'saved') return { slice: saved.slice, tasks, spent: 0 };
  const left = (plan.monthlyBudgetRupiah ?? 0) - (saved.committed + spent - slice.reserved);
  return note(turn, progress, { tasks: withinBudget(tasks, left, turn.settings), plan });
}

/** The counts come from what was written, the cost from what may have left; who was not handled is looked at again. */
function afterwards(
  turn: Turn,
  noted: Noted,
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
    turn.ports.metrics.count(name, rung[name] ?? 0);
  turn.ports.metrics.count(
    'held-back',
    handled.filter(({ status }) => status === 'try-later').length,
  );
  const left = rows.filter(({ status }) => mayHaveLeft(status));
  return {
    status: handled.some(({ status }) => status === 'try-later') ? 'try-later' : 'done',
    progress: {
      slice: counted(noted.slice, counts),
      spent: noted.spent + left.reduce((sum, row) => sum + rupiahOf(row, turn.settings), 0),
      again: [
        ...claimed,
        ...noted.tasks
          .filter((_, index) => handled[index]?.status !== 'written')
          .map(({ row }) => row.workerId),
      ],
    },
  };
}
