import { instantAt, localDate } from '#domain/calendar/dates';
import { isDeadNumber } from '#domain/people/phone';
import { isReminded, isStopped, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Plan, Step } from '#domain/plan/plan';
import type { Reminder, SkipReason } from '#domain/sending/reminder';
import type { Slice } from '#domain/sending/slice';

export type Eligibility =
  | Readonly<{ kind: 'send'; worker: Worker }>
  | Readonly<{ kind: 'skip'; worker: Worker; reason: SkipReason }>
  /** Not on the list, which may yet be taken off: no row before the slice closes. */
  | Readonly<{ kind: 'withheld' }>
  | Readonly<{ kind: 'claimed-elsewhere' }>
  /** The stored row is not a valid worker: set aside, so that the run goes on. */
  | Readonly<{ kind: 'unreadable'; reason: string; rev: number }>
  | Readonly<{ kind: 'done' }>
  | Readonly<{ kind: 'not-owed' }>;

type Question = Readonly<{
  worker: Worker | undefined;
  unreadable?: Readonly<{ reason: string; rev: number }>;
  reminder: Reminder | undefined;
  slice: Pick<Slice, 'zone' | 'month' | 'scheduledAt' | 'state' | 'withheld'>;
  step: Step;
  supersededBy: readonly Step[];
  plan: Pick<Plan, 'onlyTo'>;
  now: string;
}>;

export function eligibilityOf({
  worker,
  unreadable,
  reminder,
  slice,
  step,
  supersededBy,
  plan,
  now,
}: Question): Eligibility {
  if (reminder)
    return reminder.status === 'claimed' ? { kind: 'claimed-elsewhere' } : { kind: 'done' };
  if (unreadable) return { kind: 'unreadable', reason: unreadable.reason, rev: unreadable.rev };
  if (!worker || !isReminded(worker) || zoneOfWorker(worker) !== slice.zone)
    return { kind: 'not-owed' };
  // The index page still listed them, the fresh read does not: they paid in between.
  if (monthOwed(worker) > slice.month) return { kind: 'skip', worker, reason: 'paid' };
  if (!isOwed(worker, slice)) return { kind: 'not-owed' };
  const excluded = exclusionOf({ worker, step, plan, today: localDate(slice.zone, now) });
  if (excluded === 'not-on-list' && slice.state !== 'closing') return { kind: 'withheld' };
  const reason =
    excluded ??
    (isSuperseded(worker, supersededBy, slice) ? 'superseded' : null) ??
    (isTakenOffTooLate(slice) ? 'not-on-list' : null);
  return reason ? { kind: 'skip', worker, reason } : { kind: 'send', worker };
}

/** What a list withheld was never tried: nobody was missed. */
const isTakenOffTooLate = ({ state, withheld }: Question['slice']): boolean =>
  state === 'closing' && withheld !== undefined;

/** The cycle began before the scheduled time, and the slice's partition holds the worker. */
export const isOwed = (
  worker: Worker,
  { zone, month, scheduledAt }: Pick<Slice, 'zone' | 'month' | 'scheduledAt'>,
): boolean =>
  isReminded(worker) &&
  zoneOfWorker(worker) === zone &&
  monthOwed(worker) === month &&
  worker.cycle.began < scheduledAt;

/** A worker whose cycle began between the two hours gets this step: the later one is not owed. */
const isSuperseded = (
  { cycle }: Worker,
  supersededBy: readonly Step[],
  { zone, scheduledAt }: Question['slice'],
): boolean =>
  supersededBy.some(
    (other) =>
      isMeantFor(cycle, other) &&
      cycle.began < instantAt(zone, localDate(zone, scheduledAt), other.at),
  );

/** Held-out workers get only the steps that are marked so. */
export const isMeantFor = (
  { heldOut }: Pick<Worker['cycle'], 'heldOut'>,
  { toHeldOut }: Pick<Step, 'toHeldOut'>,
): boolean => !heldOut || toHeldOut;

type Facts = Readonly<{
  worker: Worker;
  step: Pick<Step, 'toHeldOut'>;
  plan: Pick<Plan, 'onlyTo'>;
  today: string;
}>;

/** Why a due text is not sent; null where it is. */
export const exclusionOf = (facts: Facts): SkipReason | null =>
  exclusions.find(({ stands }) => stands(facts))?.reason ?? null;

const exclusions: readonly Readonly<{ reason: SkipReason; stands: (facts: Facts) => boolean }>[] = [
  { reason: 'stopped', stands: ({ worker, today }) => isStopped(worker, today) },
  { reason: 'held-out', stands: ({ worker, step }) => !isMeantFor(worker.cycle, step) },
  { reason: 'no-phone', stands: ({ worker }) => worker.phone === null },
  { reason: 'dead-number', stands: ({ worker }) => isDeadNumber(worker) },
  {
    reason: 'not-on-list',
    stands: ({ worker, plan }) => plan.onlyTo !== null && !plan.onlyTo.includes(worker.phone ?? ''),
  },
];
