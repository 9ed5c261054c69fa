import { type CalendarDate, firstDay, type Month, monthOf } from '#domain/calendar/dates';
import type { Cycle } from '#domain/people/cycle';

/** `<what>.<day of the month>`, then these parts in this order, then the measure. */
const parts = {
  begun: ['arm', 'late', 'origin'],
  paid: ['arm', 'late'],
  left: ['arm', 'late'],
  text: ['arm', 'step', 'status', 'reason'],
  cost: ['arm', 'step'],
  'late-text': ['late', 'arm', 'step', 'status', 'reason'],
  'late-cost': ['late', 'arm', 'step'],
  'left-text': ['late', 'arm', 'step', 'status', 'reason'],
  'left-cost': ['late', 'arm', 'step'],
  collected: [],
} as const;

/** Names of these have one measure only, and leave it out. */
const onlyMeasure: Readonly<Record<string, string>> = { collected: 'rupiah' };

export type What = keyof typeof parts;

/** What a name says but for its day and measure; only `reason` can be absent. */
export type Said = {
  [W in What]: Readonly<
    { what: W; reason?: string | undefined } & Record<
      Exclude<(typeof parts)[W][number], 'reason'>,
      string
    >
  >;
}[What];

export function counterName(said: Said, day: CalendarDate, measure: string): string {
  const words: Readonly<Partial<Record<string, string>>> = said;
  const { what } = said;
  const last = what in onlyMeasure ? undefined : measure;
  return [what, day.slice(8), ...parts[what].map((part) => words[part]), last]
    .filter((word) => word !== undefined)
    .join('.');
}

/** `group` is alike for names that differ in their measure alone. Any text has an answer. */
export function readCounterName(name: string) {
  const [what = '', dayOfMonth = '', ...words] = name.split('.');
  const measure = onlyMeasure[what] ?? words.pop() ?? '';
  const names: readonly string[] = isWhat(what) ? parts[what] : [];
  const said = Object.fromEntries(words.map((word, index) => [names[index] ?? index, word]));
  return { what, dayOfMonth, said, measure, group: [what, dayOfMonth, ...words].join('.') };
}

export const isWhat = (what: string): what is What => Object.hasOwn(parts, what);

export type Arm = 'reminded' | 'held-out' | 'neither';

export const armOf = ({ textable, heldOut }: Pick<Cycle, 'textable' | 'heldOut'>): Arm =>
  heldOut ? 'held-out' : textable ? 'reminded' : 'neither';

/**
 * A decree may move the due date between the 15th and the month's end, so lateness is judged when
 * asked: `early` is by the 15th, `late` after the month, else the day itself.
 */
export function lateness({ month, since }: Pick<Cycle, 'month' | 'since'>): string {
  if (since <= `${month}-15`) return 'early';
  return monthOf(since) === month ? since.slice(8) : 'late';
}

/** The day on which such a cycle began, or one on the same side of any due date. */
export const beganOn = (month: Month, late: string): CalendarDate =>
  late === 'early' ? firstDay(month) : late === 'late' ? '9999-12-31' : `${month}-${late}`;
