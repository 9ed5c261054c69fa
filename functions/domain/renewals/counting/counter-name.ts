import { type CalendarDate, firstDay, type Month, monthOf } from '#domain/calendar/dates';
import type { Cycle } from '#domain/people/cycles/cycle';

/**
 * `group`: of all counters of a row · `name`: what tells them apart. A row has one day and group:
 * at most arms × statuses and reasons × measures, far below 4 KB.
 */
const parts = {
  begun: { group: ['late'], name: ['arm', 'origin'] },
  paid: { group: ['late'], name: ['arm'] },
  left: { group: ['late'], name: ['arm'] },
  text: { group: ['step', 'planVersion'], name: ['arm', 'status', 'reason'] },
  'late-text': { group: ['late', 'step', 'planVersion'], name: ['arm', 'status', 'reason'] },
  'left-text': { group: ['late', 'step', 'planVersion'], name: ['arm', 'status', 'reason'] },
  collected: { group: [], name: [] },
  kept: { group: ['late'], name: ['arm'] },
} as const;

export type What = keyof typeof parts;
type Part<W extends What> = (typeof parts)[W]['group'][number] | (typeof parts)[W]['name'][number];

/** What group and name say; only `reason` can be absent. */
export type Said = {
  [W in What]: Readonly<
    { what: W; reason?: string | undefined } & Record<Exclude<Part<W>, 'reason'>, string>
  >;
}[What];

/** `paid.early`, `text.before.3`. */
export const groupOf = (said: Said): string => joined(said.what, wordsOf(said, 'group'));

/** `reminded.delivered.parts`. */
export const counterName = (said: Said, measure: string): string =>
  joined(...wordsOf(said, 'name'), measure);

function wordsOf(said: Said, of: 'group' | 'name'): readonly (string | undefined)[] {
  const words: Readonly<Partial<Record<string, string>>> = said;
  return parts[said.what][of].map((part) => words[part]);
}

const joined = (...words: readonly (string | readonly (string | undefined)[] | undefined)[]) =>
  words
    .flat()
    .filter((word) => word !== undefined)
    .join('.');

/** `alike` is the same for names that differ in their measure alone. Any text has an answer. */
export function readCounterName(group: string, name: string) {
  const [what = '', ...groupWords] = group.split('.');
  const nameWords = name.split('.');
  const measure = nameWords.pop() ?? '';
  const known = isWhat(what) ? parts[what] : { group: [], name: [] };
  return {
    what,
    said: { ...saidBy(known.group, groupWords), ...saidBy(known.name, nameWords) },
    measure,
    alike: nameWords.join('.'),
  };
}

const saidBy = (
  names: readonly string[],
  words: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(words.map((word, index) => [names[index] ?? index, word]));

export const isWhat = (what: string): what is What => Object.hasOwn(parts, what);

export type Arm = 'reminded' | 'held-out' | 'neither';

export const armOf = ({ textable, heldOut }: Pick<Cycle, 'textable' | 'heldOut'>): Arm =>
  heldOut ? 'held-out' : textable ? 'reminded' : 'neither';

/** `held-out@0,12`, the share at the draw: arms can be compared only among those drawn alike. */
export const lotOf = (cycle: Pick<Cycle, 'textable' | 'heldOut' | 'holdoutPercent'>): string => {
  const arm = armOf(cycle);
  return arm === 'neither' ? arm : lotName(arm, cycle.holdoutPercent);
};

/** A counter's name is cut at its points. */
export const lotName = (arm: Arm, holdoutPercent: number | undefined): string =>
  holdoutPercent === undefined ? arm : `${arm}@${String(holdoutPercent).replace('.', ',')}`;

/** `share` only where the row that was counted has one. */
export function readLot(lot: string): Readonly<{ arm: string; share?: string }> {
  const [arm = '', share] = lot.split('@');
  return share === undefined ? { arm } : { arm, share };
}

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
