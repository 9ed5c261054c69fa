import { addMonths, type CalendarDate, type Month, monthRange } from '#domain/calendar/dates';

/**
 * What happened to one worker in the order of writing, and what a cohort must say about it: an
 * independent account without the product's rows and rules. All months cost the same, and payments
 * are whole months.
 */
export type Entry =
  | Readonly<{ kind: 'came'; on: CalendarDate; owes: Month }>
  | Readonly<{
      kind: 'paid';
      id: string | null;
      on: CalendarDate;
      months: number;
      startsAgainAt: Month | null;
      /** The roster that told of it. */
      told?: string;
    }>
  | Readonly<{ kind: 'left'; on: CalendarDate }>;

/** A cycle in the ledger: `end` is null while it is open. */
export type Accounted = Readonly<{
  month: Month;
  since: CalendarDate;
  origin: 'joined' | 'renewed';
  end: Readonly<{ what: 'paid' | 'left'; on: CalendarDate; months: readonly Month[] }> | null;
}>;

type Open = Readonly<{ month: Month; since: CalendarDate; origin: Accounted['origin'] }>;

/**
 * Replays the entries: a worker who is away (left, or not yet there) pays months without a cycle.
 */
export function accountOf(
  entries: readonly Entry[],
): Readonly<{ cycles: readonly Accounted[]; owes: Month | null }> {
  const cycles: Accounted[] = [];
  let open: Open | null = null;
  let owes: Month | null = null;
  for (const entry of entries) {
    if (entry.kind === 'came') {
      // Who comes back owes what they owed, but for what they paid meanwhile.
      owes ??= entry.owes;
      open = { month: owes, since: entry.on, origin: 'joined' };
      continue;
    }
    const on: CalendarDate = open && entry.on < open.since ? open.since : entry.on;
    const first: Month = (entry.kind === 'paid' && entry.startsAgainAt) || (owes ?? '');
    const months: readonly Month[] =
      entry.kind === 'paid' ? monthRange(first, addMonths(first, entry.months - 1)) : [];
    if (entry.kind === 'paid' && months.length === 0) continue;
    if (open) cycles.push({ ...open, end: { what: entry.kind, on, months } });
    owes = months.length > 0 ? addMonths(months.at(-1) ?? '', 1) : owes;
    open =
      entry.kind === 'paid' && open ? { month: owes ?? '', since: on, origin: 'renewed' } : null;
  }
  return { cycles: open ? [...cycles, { ...open, end: null }] : cycles, owes };
}

/**
 * The entries without one payment, for a worker covered through this month: the last bought months
 * go first, and the rest (at most twelve months can be bought ahead) pays for what it can.
 */
export function without(
  entries: readonly Entry[],
  id: string,
  coveredThrough: Month,
): readonly Entry[] {
  const index = entries.findIndex((entry) => entry.kind === 'paid' && entry.id === id);
  const taken = entries[index];
  const startsAgainAt = taken?.kind === 'paid' ? taken.startsAgainAt : null;
  // Who had lapsed began again with it: the next payment begins there.
  const next = entries.findIndex((entry, at) => at > index && entry.kind === 'paid');
  const left = entries
    .map((entry, at) =>
      at === next && entry.kind === 'paid'
        ? { ...entry, startsAgainAt: entry.startsAgainAt ?? startsAgainAt }
        : entry,
    )
    .filter((_, at) => at !== index);
  return upTo(coveredThrough, left);
}

/** The entries where a roster's renewal pays for so many months less: their money was reversed. */
export const withoutTold = (
  entries: readonly Entry[],
  { at, months }: Readonly<{ at: string; months: readonly Month[] }>,
  coveredThrough: Month,
): readonly Entry[] =>
  upTo(
    coveredThrough,
    entries.map((entry) =>
      entry.kind === 'paid' && entry.told === at
        ? { ...entry, months: Math.max(0, entry.months - months.length) }
        : entry,
    ),
  );

function upTo(coveredThrough: Month, entries: readonly Entry[]): readonly Entry[] {
  const { owes } = accountOf(entries);
  const owed = addMonths(coveredThrough, 1);
  const last = entries.findLastIndex((entry) => entry.kind === 'paid' && entry.months > 0);
  if (owes === null || owes === owed || last < 0) return entries;
  const by = owes > owed ? -1 : 1;
  return upTo(
    coveredThrough,
    entries.map((entry, at) =>
      at === last && entry.kind === 'paid' ? { ...entry, months: entry.months + by } : entry,
    ),
  );
}
