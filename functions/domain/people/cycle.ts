import { createHash } from 'node:crypto';
import {
  addMonths,
  type CalendarDate,
  type Instant,
  localDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { isDeadNumber } from '#domain/people/phone';
import { isReminded, isStopped, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

/** One worker × one month owed. It ends with the first payment that covers the month, or with leaving. */
export type Cycle = Readonly<{
  /** Always the month owed. */
  month: Month;
  /** When it was written down: steps that were due before are not owed to this worker. */
  began: Instant;
  /** The local day from which it counts: that of the payment before it, or of the worker's coming. */
  since: CalendarDate;
  /** `joined`: the worker came, or came back, on that day · `renewed`: a payment of theirs led to it. */
  origin: 'joined' | 'renewed';
  /** Could be texted when it began: only such cycles are in either arm of the measurement. */
  textable: boolean;
  /** Gets only the steps marked `toHeldOut`, so that the effect of the others can be measured. */
  heldOut: boolean;
}>;

/** A cycle that has ended, with its worker as of then: what is counted of it for good, and nothing that tells who it was but the id. */
export type ClosedCycle = Cycle &
  Pick<Worker, 'workerId' | 'province' | 'sector' | 'language' | 'income' | 'jht'> &
  Readonly<{
    end: CycleEnd;
    /** A reversal opened it again: it is kept for the eye and counted nowhere. */
    voided: boolean;
  }>;

/** `left`: died, employed, abroad, paid for by a budget, or forgotten. `on` as it was said; `months` are those bought, none where the worker left; `payment` is its id. */
export type CycleEnd = Readonly<{
  on: CalendarDate;
  by: 'payment' | 'roster' | 'left';
  months: readonly Month[];
  payment: string | null;
}>;

type Beginning = Readonly<{ at: Instant; since?: CalendarDate; origin: Cycle['origin'] }>;
/** Who can be texted, and how many of them are held out. */
export type Draw = Pick<Rules, 'holdoutPercent' | 'onlyTo'>;

/** The cycle of the first month that is not covered. Who is held out is drawn here, among those who can be texted. */
export function beginCycle(
  worker: Omit<Worker, 'cycle'>,
  { at, since, origin }: Beginning,
  draw: Draw,
): Cycle {
  const month = addMonths(worker.coveredThrough, 1);
  const textable = isTextable(worker, at, draw);
  return {
    month,
    began: at,
    since: since ?? localDate(zoneOfWorker(worker), at),
    origin,
    textable,
    heldOut: textable && assignmentHash(worker.workerId, month) < draw.holdoutPercent / 100,
  };
}

const isTextable = (worker: Omit<Worker, 'cycle'>, at: Instant, { onlyTo }: Draw): boolean =>
  worker.phone !== null &&
  !isDeadNumber(worker) &&
  !isStopped(worker, localDate(zoneOfWorker(worker), at)) &&
  (onlyTo === null || onlyTo.includes(worker.phone));

/** From 0 to 1, the same for the same worker and month whenever it is asked: nobody can be drawn again until it suits. */
const assignmentHash = (workerId: string, month: Month): number =>
  createHash('sha256').update(`${workerId} ${month}`).digest().readUInt32BE() / 2 ** 32;

/** The cycle that is open now, closed; none where the worker is in no cohort. */
export function closeCycle(worker: Worker, end: CycleEnd): readonly ClosedCycle[] {
  if (!isReminded(worker)) return [];
  const { workerId, province, sector, language, income, jht, cycle } = worker;
  return [
    { ...cycle, ...{ workerId, province, sector, language, income, jht }, end, voided: false },
  ];
}

/** The day on which it ended. Payments may come out of order, but a cycle cannot end before it began. */
export const endedOn = ({ end, since }: Pick<ClosedCycle, 'end' | 'since'>): CalendarDate =>
  end.on < since ? since : end.on;

/** What a worker whose coverage has moved on leaves behind, and the cycle that follows from the very day on which the old one ended. */
export function renew(
  worker: Worker,
  end: CycleEnd,
  at: Instant,
  draw: Draw,
): Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }> {
  const closed = closeCycle(worker, end);
  const since = closed[0] ? endedOn(closed[0]) : end.on;
  return {
    worker: { ...worker, cycle: beginCycle(worker, { at, since, origin: 'renewed' }, draw) },
    closed,
  };
}

/**
 * The worker with the cycle that follows from new facts, and those that these have ended. Coverage that moves on is a renewal of today by the roster; who
 * does not pay for themself any more leaves; who does so again begins anew: steps of before are not owed to them.
 */
export function cycleAfter(
  before: Worker,
  after: Worker,
  at: Instant,
  draw: Draw,
): Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }> {
  const today = localDate(zoneOfWorker(before), at);
  const months = monthRange(monthOwed(before), after.coveredThrough);
  const joins = isReminded(after) && !isReminded(before);
  const paid =
    months.length > 0 ? closeCycle(before, { on: today, by: 'roster', months, payment: null }) : [];
  const next = {
    at,
    since: paid[0] ? endedOn(paid[0]) : today,
    origin: joins ? 'joined' : 'renewed',
  } as const;
  const cycle = joins || months.length > 0 ? beginCycle(after, next, draw) : before.cycle;
  const leaves = isReminded(before) && !isReminded(after);
  const left = leaves ? closeCycle({ ...before, cycle }, leaving(after.ended?.on ?? today)) : [];
  return { worker: { ...after, cycle }, closed: [...paid, ...left] };
}

export const leaving = (on: CalendarDate): CycleEnd => ({
  on,
  by: 'left',
  months: [],
  payment: null,
});
