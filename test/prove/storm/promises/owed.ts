import { castSize, isGovernmentPaid, member, offsetOf } from '../cast.ts';
import { begins, type StepDay } from '../days.ts';
import type { Person, Seen } from '../look.ts';
import { monthsBetween } from './promise.ts';

/**
 * Owed: the cycle began before the scheduled time, and the worker still owed the month when the
 * closing pass came. `maybe`: it changed on the way, or a roster or an ending had part in it.
 */
export function owed(person: Person, day: StepDay, told: Seen['told']): 'yes' | 'no' | 'maybe' {
  const { number } = person;
  if (isGovernmentPaid(number)) return 'no';
  const own = told.filter(({ who }) => who === number);
  if (number > castSize || own.some(({ what }) => what === 'ahead')) return 'maybe';
  const began = beganOwing(person, day.month, told);
  if (!began) return 'no';
  const covered = coveredAt(person, day.month, told);
  const at = (time: string, date = day.date) =>
    new Date(`${date}T${time}${offsetOf(number)}`).toISOString();
  if (began.from >= at(day.to) || (covered && covered.to < at(day.from))) return 'no';
  if (own.some(({ what }) => what === 'erased' || what === 'ended')) return 'maybe';
  // An hour for the pass after the last window.
  const closed = at('21:00', day.closes);
  return began.to < at(day.from) && (!covered || covered.from > closed) ? 'yes' : 'maybe';
}

/** Between which two moments something happened. */
type Span = Readonly<{ from: string; to: string }>;

function beganOwing(person: Person, month: string, told: Seen['told']): Span | null {
  const before = monthsBetween('2026-01', month).at(-2) ?? '';
  if (member(person.number).coveredThrough === before)
    return { from: begins, to: '2026-11-10T02:00:00Z' };
  return spanOf(
    person.payments.find(({ bought }) => bought.at(-1) === before),
    told,
  );
}

const coveredAt = (person: Person, month: string, told: Seen['told']): Span | null =>
  spanOf(
    person.payments.find(({ bought }) => bought.includes(month)),
    told,
  );

function spanOf(payment: Person['payments'][number] | undefined, told: Seen['told']): Span | null {
  if (!payment) return null;
  const answered = told
    .filter(({ reference }) => reference === payment.reference)
    .map(({ at }) => at)
    .sort()[0];
  return { from: payment.recordedAt, to: answered ?? payment.recordedAt };
}
