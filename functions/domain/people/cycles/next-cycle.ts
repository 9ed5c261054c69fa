import { createHash } from 'node:crypto';
import {
  addMonths,
  type CalendarDate,
  type Instant,
  localDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import {
  type ClosedCycle,
  type Cycle,
  type CycleEnd,
  endedOn,
  leaving,
} from '#domain/people/cycles/cycle';
import { pastAfter, pastAt } from '#domain/people/cycles/past-months';
import { isDeadNumber } from '#domain/people/phone';
import { isReminded, isStopped, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

type Beginning = Readonly<{
  at: Instant;
  since?: CalendarDate;
  origin: Cycle['origin'];
  past?: string;
}>;

export type Draw = Pick<Rules, 'holdoutPercent' | 'onlyTo'>;

/** The cycle of the first uncovered month. The holdout is drawn here, from textable workers. */
export function beginCycle(
  worker: Omit<Worker, 'cycle'>,
  { at, since, origin, past = '' }: Beginning,
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
    holdoutPercent: draw.holdoutPercent,
    past,
  };
}

const isTextable = (worker: Omit<Worker, 'cycle'>, at: Instant, { onlyTo }: Draw): boolean =>
  worker.phone !== null &&
  !isDeadNumber(worker) &&
  !isStopped(worker, localDate(zoneOfWorker(worker), at)) &&
  (onlyTo === null || onlyTo.includes(worker.phone));

/** From 0 to 1, by worker and month: deterministic, so nobody can redraw until the result suits. */
const assignmentHash = (workerId: string, month: Month): number =>
  createHash('sha256').update(`${workerId} ${month}`).digest().readUInt32BE() / 2 ** 32;

/** Nothing for a worker who is in no cohort. */
export function closeCycle(worker: Worker, end: CycleEnd): readonly ClosedCycle[] {
  if (!isReminded(worker)) return [];
  const { workerId, province, sector, language, income, jht, memberSince, cycle } = worker;
  const who = { workerId, province, sector, language, income, jht, memberSince };
  return [{ ...cycle, ...who, end, voided: false }];
}

/** What is bought for somebody in no report is counted once they come back. */
const originAfter = (worker: Worker): Cycle['origin'] =>
  isReminded(worker) ? 'renewed' : 'joined';

/** After coverage moved on: closes the open cycle and begins the next one on the same day. */
export function renew(
  worker: Worker,
  end: CycleEnd,
  at: Instant,
  draw: Draw,
): Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }> {
  const closed = closeCycle(worker, end);
  const since = closed[0] ? endedOn(closed[0]) : end.on;
  const past = closed[0]
    ? pastAfter(closed[0], end.months)
    : pastAt(monthOwed(worker), worker.cycle);
  return {
    worker: {
      ...worker,
      cycle: beginCycle(worker, { at, since, origin: originAfter(worker), past }, draw),
    },
    closed,
  };
}

/** Coverage that moves on is a renewal today. A worker who returns is owed no earlier step. */
export function cycleAfter(
  before: Worker,
  after: Worker,
  at: Instant,
  draw: Draw,
): Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }> {
  const today = localDate(zoneOfWorker(before), at);
  const months = monthRange(monthOwed(before), after.coveredThrough);
  const joins = isReminded(after) && !isReminded(before);
  const end = { on: today, by: 'roster', months, payment: null, told: at } as const;
  const paid = months.length > 0 ? closeCycle(before, end) : [];
  const next = {
    at,
    since: paid[0] ? endedOn(paid[0]) : today,
    origin: months.length > 0 ? originAfter(before) : before.cycle.origin,
    past: paid[0] ? pastAfter(paid[0], months) : pastAt(monthOwed(after), before.cycle),
  } as const;
  const cycle = joins || months.length > 0 ? beginCycle(after, next, draw) : before.cycle;
  const leaves = isReminded(before) && !isReminded(after);
  const left = leaves ? closeCycle({ ...before, cycle }, leaving(after.ended?.on ?? today)) : [];
  // Nobody counts the cycle of who is away: it says what they come back as.
  const kept = leaves ? ({ ...cycle, origin: 'returned' } as const) : cycle;
  return { worker: { ...after, cycle: kept }, closed: [...paid, ...left] };
}
