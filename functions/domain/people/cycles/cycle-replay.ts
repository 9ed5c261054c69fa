import { addMonths, type Instant, type Month, monthRange } from '#domain/calendar/dates';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycles/cycle';
import { isOf, type Reversed, withoutMoneyOf } from '#domain/people/cycles/cycle-money';
import { beginCycle, type Draw } from '#domain/people/cycles/next-cycle';
import { pastAfter, pastAt } from '#domain/people/cycles/past-months';
import type { Worker } from '#domain/people/worker';

/** `rewritten`: closed cycles that differ from the stored ones and replace them. */
export type Replayed = Readonly<{ cycle: Cycle; rewritten: readonly ClosedCycle[] }>;

type Without = Reversed & Readonly<{ at: Instant; draw: Draw }>;

/** As if one payment had never come: the next ones move up. `worker`: new coverage, old cycle. */
export function replayCycles(
  worker: Worker,
  stored: readonly ClosedCycle[],
  { at, draw, ...reversed }: Without,
): Replayed {
  // Not by time: a cycle that an earlier reversal made can begin after one of a later month.
  const chain = stored
    .filter(({ voided }) => !voided)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const isTouched = (cycle: ClosedCycle): boolean =>
    isOf(cycle, reversed) || cycle.end.months.some((month) => month > worker.coveredThrough);
  const touched = chain.findIndex(isTouched);
  const from = touched < 0 ? chain.length : touched;
  const [kept, before] = [chain.slice(0, from), chain.slice(from)];
  const again = withoutMoneyOf(before, reversed);
  const cycleFor = (
    month: Month,
    { since, origin, began }: Pick<Cycle, 'since' | 'origin' | 'began'>,
  ): Cycle => {
    // A month keeps the arm it was assigned.
    const known = [...again, worker.cycle].find((cycle) => cycle.month === month);
    if (known)
      return {
        month,
        began: known.began,
        since,
        origin,
        textable: known.textable,
        heldOut: known.heldOut,
        holdoutPercent: known.holdoutPercent,
      };
    return beginCycle(
      { ...worker, coveredThrough: addMonths(month, -1) },
      { at: began, since, origin },
      draw,
    );
  };
  const { closed, next } = replay(again, { worker, before, cycleFor });
  const { since, origin } = next?.from ?? worker.cycle;
  const month = addMonths(worker.coveredThrough, 1);
  const began = month === worker.cycle.month ? worker.cycle.began : at;
  // Not by the cycle they have now: who paid a year ahead while away remembers no month before.
  const earlier = kept.findLast((cycle) => cycle.month <= month);
  const known = earlier ? knownAfter(earlier) : (before[0] ?? worker.cycle);
  const { cycles, pastOf } = withPasts(closed, known);
  return {
    cycle: { ...cycleFor(month, { since, origin, began }), began, past: pastOf(month) },
    rewritten: differing(before, cycles),
  };
}

/** `before`: the same cycles with the months that they had. */
type Replay = Readonly<{
  worker: Worker;
  before: readonly ClosedCycle[];
  cycleFor: (month: Month, from: Cycle) => Cycle;
}>;

/** The next month owed. `from` is null where the worker left: they owe it once they come back. */
type Next = Readonly<{ month: Month; from: Pick<Cycle, 'since' | 'origin'> | null }>;

function replay(again: readonly ClosedCycle[], { worker, before, cycleFor }: Replay) {
  const closed: ClosedCycle[] = [];
  let next = null as Next | null;
  let restart: Month | undefined;
  for (const [index, cycle] of again.entries()) {
    const { since, origin }: Pick<Cycle, 'since' | 'origin'> = next?.from ?? cycle;
    const { end } = cycle;
    const owed: Month = next?.month ?? cycle.month;
    const cameBack = next !== null && next.from === null;
    next = { month: owed, from: { since, origin } };
    if (end.by !== 'left' && end.months.length === 0) {
      // A lapsed worker restarted with it. Payments since go on from there and end the lapsed
      // cycle.
      const had = before[index] ?? cycle;
      restart = skips(had) ? had.end.months[0] : undefined;
      continue;
    }
    const months = monthsFor(cycle, restart ?? owed).filter(
      (month) => month <= worker.coveredThrough,
    );
    const last = months.at(-1);
    if (end.by !== 'left' && !last) continue;
    restart = undefined;
    closed.push({
      ...cycle,
      ...cycleFor(owed, { ...cycle, since, origin }),
      // A worker who came back begins the month a second time, and each time is a row of its own.
      ...(cameBack ? { began: cycle.began } : {}),
      end: { ...end, months },
    });
    next = last
      ? { month: addMonths(last, 1), from: { since: endedOn({ end, since }), origin: 'renewed' } }
      : { month: owed, from: null };
  }
  return { closed: reachingTo(worker.coveredThrough, closed), next };
}

type Known = Pick<Cycle, 'month' | 'past'>;

/** Each with what the months before it have become; `from` is what is known before the first. */
function withPasts(closed: readonly ClosedCycle[], from: Known) {
  let known = from;
  const cycles = closed.map((cycle) => {
    const now = { ...cycle, past: pastAt(cycle.month, known) };
    known = knownAfter(now);
    return now;
  });
  return { cycles, pastOf: (month: Month): string => pastAt(month, known) };
}

function knownAfter(cycle: ClosedCycle): Known {
  const last = cycle.end.months.at(-1);
  return last ? { month: addMonths(last, 1), past: pastAfter(cycle, cycle.end.months) } : cycle;
}

/**
 * One dear month's money can buy two cheap ones: the last payment bought all still covered. What
 * was paid after they left is in no cycle.
 */
function reachingTo(coveredThrough: Month, closed: readonly ClosedCycle[]): readonly ClosedCycle[] {
  const index = closed.findLastIndex(({ end }) => end.by !== 'left');
  const left = closed[index + 1];
  const until = left ? addMonths(left.month, -1) : coveredThrough;
  return closed.map((cycle, at) => {
    const last = cycle.end.months.at(-1);
    if (at !== index || !last) return cycle;
    return {
      ...cycle,
      end: {
        ...cycle.end,
        months: [...cycle.end.months, ...monthRange(addMonths(last, 1), until)],
      },
    };
  });
}

/** The months it bought, moved to begin at the month owed. A restart keeps its own. */
const monthsFor = (cycle: ClosedCycle, owed: Month): readonly Month[] =>
  skips(cycle) || cycle.end.by === 'left'
    ? cycle.end.months
    : monthRange(owed, addMonths(owed, cycle.end.months.length - 1));

const skips = ({ month, end: { months } }: ClosedCycle): boolean =>
  months[0] !== undefined && months[0] > month;

const keyOf = ({ month, began }: Cycle): string => `${month} ${began}`;

function differing(
  before: readonly ClosedCycle[],
  after: readonly ClosedCycle[],
): readonly ClosedCycle[] {
  const written = new Set(after.map(keyOf));
  const same = new Set(before.map((cycle) => JSON.stringify(cycle)));
  return [
    ...before
      .filter((cycle) => !written.has(keyOf(cycle)))
      .map((cycle) => ({ ...cycle, voided: true })),
    ...after.filter((cycle) => !same.has(JSON.stringify(cycle))),
  ];
}
