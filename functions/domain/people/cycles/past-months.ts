import { addMonths, type Month, monthRange } from '#domain/calendar/dates';
import type { Cycle } from '#domain/people/cycles/cycle';
import { armOf, lateness } from '#domain/renewals/counting/counter-name';

/** `late`: as `lateness` has it. `paid`: by a cycle, and so counted. */
export type PastMonth = Readonly<{
  arm: 'reminded' | 'held-out' | null;
  /** In force when the arm was drawn. */
  holdoutPercent?: number | undefined;
  late: string;
  paid: boolean;
}>;

/** Months before a cycle's own: with it they are the twelve for which a cohort is followed. */
const remembered = 11;

/**
 * The months just before the cycle's own, the last of them last, as its `past` keeps them in a few
 * bytes: `R` reminded and `H` held out in that month, small where nobody paid it; `+` paid without
 * an arm, `.` neither. Two digits: the day of the month, after the 15th, on which that cycle began.
 * `@10:` the share that was held out, for all letters up to the next such.
 */
export function pastOf({ past = '' }: Pick<Cycle, 'past'>): readonly PastMonth[] {
  let share: number | undefined;
  return [...past.matchAll(/(?:@([\d.e-]+):)?([.+RrHh])(\d\d)?/g)].map(
    ([, percent, letter = '', late = 'early']) => {
      if (percent !== undefined) share = Number(percent);
      const arm = arms[letter.toUpperCase()] ?? null;
      const paid = letter === '+' || letter === 'R' || letter === 'H';
      return { arm, ...(arm === null ? {} : { holdoutPercent: share }), late, paid };
    },
  );
}

const arms: Readonly<Record<string, PastMonth['arm']>> = { R: 'reminded', H: 'held-out' };

/** The month of an open cycle. A worker who could not be texted is in no arm. */
export function ownMonth(cycle: Cycle): PastMonth {
  const [arm, late] = [armOf(cycle), lateness(cycle)];
  // A cycle that began after the month is in no cohort, whatever day is declared a holiday.
  const isFollowed = arm !== 'neither' && late !== 'late';
  const { holdoutPercent } = cycle;
  return isFollowed ? { arm, holdoutPercent, late, paid: false } : { ...blank, paid: false };
}

const blank: PastMonth = { arm: null, late: 'early', paid: false };

/** The past of the cycle that begins when this one ends; the same where no month was paid. */
export function pastAfter(cycle: Cycle, months: readonly Month[]): string {
  const last = months.at(-1);
  if (!last) return cycle.past ?? '';
  const isPaid = (month: Month): boolean => months.includes(month);
  return written([
    ...pastOf(cycle),
    { ...ownMonth(cycle), paid: isPaid(cycle.month) },
    ...monthRange(addMonths(cycle.month, 1), last).map((month) => ({
      ...blank,
      paid: isPaid(month),
    })),
  ]);
}

/** The past of a cycle of another month: nobody counted what was paid between them. */
export function pastAt(month: Month, cycle: Pick<Cycle, 'month' | 'past'>): string {
  const known = pastOf(cycle);
  const tooMany = monthRange(month, addMonths(cycle.month, -1)).length;
  const between = monthRange(cycle.month, addMonths(month, -1)).map(() => blank);
  return written([...known.slice(0, Math.max(0, known.length - tooMany)), ...between]);
}

function written(months: readonly PastMonth[]): string {
  const remembering = months.slice(-remembered);
  // Nothing is counted for months before the first arm.
  const from = remembering.findIndex(({ arm }) => arm !== null);
  let share: number | undefined;
  return (from < 0 ? [] : remembering.slice(from))
    .map((month) => {
      const isOther = month.arm !== null && month.holdoutPercent !== share;
      if (isOther) share = month.holdoutPercent;
      return `${isOther ? `@${share}:` : ''}${letterOf(month)}`;
    })
    .join('');
}

function letterOf({ arm, late, paid }: PastMonth): string {
  if (arm === null) return paid ? '+' : '.';
  const letter = arm === 'reminded' ? 'R' : 'H';
  return `${paid ? letter : letter.toLowerCase()}${late === 'early' ? '' : late}`;
}
