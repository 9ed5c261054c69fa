import type { Instant, Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { contribution } from '#domain/people/tariff';

/** `linked`: the roster whose money it was · `leftover`: what of it became credit, in rupiah. */
export type Reversed = Readonly<{
  payment: string;
  linked: Readonly<{ at: Instant; months: readonly Month[] }> | null;
  leftover: number;
}>;

/** Ended by its money, or by a roster that told of it. */
export const isOf = ({ end }: ClosedCycle, { payment, linked }: Reversed): boolean =>
  end.payment === payment || (linked !== null && end.by === 'roster' && end.told === linked.at);

/** The cycles with the months that the money did not pay; those that it ended alone have none. */
export function withoutMoneyOf(
  cycles: readonly ClosedCycle[],
  reversed: Reversed,
): readonly ClosedCycle[] {
  const left = cycles.map((cycle) => (isOf(cycle, reversed) ? withoutIt(cycle, reversed) : cycle));
  // What others paid goes to the months that credit had bought; without others credit stays.
  const areOthers = left.some(({ end }) => end.by !== 'credit' && end.months.length > 0);
  return areOthers ? withoutCredit(left, reversed.leftover) : left;
}

const withoutIt = (cycle: ClosedCycle, { linked }: Reversed): ClosedCycle =>
  withMonths(cycle, linked ? cycle.end.months.slice(0, -linked.months.length) : []);

function withoutCredit(cycles: readonly ClosedCycle[], leftover: number): readonly ClosedCycle[] {
  let rest = leftover;
  return cycles.map((cycle) => {
    const payer = { ...cycle, governmentPaid: false };
    const price = cycle.end.months.reduce((sum, month) => sum + contribution(payer, month), 0);
    if (cycle.end.by !== 'credit' || price > rest) return cycle;
    rest -= price;
    return withMonths(cycle, []);
  });
}

const withMonths = (cycle: ClosedCycle, months: readonly Month[]): ClosedCycle => ({
  ...cycle,
  end: { ...cycle.end, months },
});
