import { type Instant, localDate, type Month, monthOf, monthRange } from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import { withCreditSpent } from '#domain/payments/credit';
import { paymentTold } from '#domain/payments/last-payment';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { beginCycle, cycleAfter } from '#domain/people/cycles/next-cycle';
import { type RosterFacts, unsaidByLine } from '#domain/people/roster/roster-csv';
import { contribution } from '#domain/people/tariff';
import { monthOwed, type Worker, workerFacts } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { type Problem, problem } from '#domain/problem';

export type Reconciled =
  | Readonly<{
      status: 'created' | 'updated';
      worker: Worker;
      fields: readonly string[];
      closed: readonly ClosedCycle[];
      credit: readonly PaymentRecord[];
    }>
  | Readonly<{ status: 'unchanged' }>
  | Conflict;

/** The line contradicts what we know; nothing of it was applied. */
type Conflict = Problem & Readonly<{ status: 'conflict' }>;

type Known = Readonly<{
  workerId: string;
  nikLast4: string;
  stored: Worker | undefined;
  erased: boolean;
}>;
type Now = Readonly<{ at: Instant; rules: Rules }>;

/**
 * A roster never reverses a payment: a line that is behind is not applied at all, since its phone
 * is as old as its month. A line that is ahead is a renewal on the day of the import.
 */
export function reconcile(
  facts: RosterFacts,
  { workerId, nikLast4, stored, erased }: Known,
  now: Now,
): Reconciled {
  if (erased) return { status: 'conflict', ...problem('person-erased') };
  if (!stored)
    return {
      status: 'created',
      worker: newWorker(facts, { workerId, nikLast4 }, now),
      fields: [],
      ...{ closed: [], credit: [] },
    };
  if (facts.coveredThrough < stored.coveredThrough)
    return {
      status: 'conflict',
      ...problem('behind-paid', { line: facts.coveredThrough, paid: stored.coveredThrough }),
    };
  const after = cycleAfter(stored, withFacts(stored, facts, now.at), now.at, now.rules);
  const fields = changedFields(stored, after.worker);
  return fields.length === 0
    ? { status: 'unchanged' }
    : { status: 'updated', fields, ...withCreditSpent(after, now.at, now.rules) };
}

function newWorker(
  facts: RosterFacts,
  ids: Pick<Worker, 'workerId' | 'nikLast4'>,
  { at, rules }: Now,
): Worker {
  const nothingYet = { lastPayment: null, credit: 0, toldByRoster: [], stopped: null };
  const counters = { phoneFailures: 0, lastFailure: null, rev: 0 };
  const worker = { ...unsaidByLine, ...facts, ...ids, ...nothingYet, ...counters, firstNamed: at };
  return { ...worker, cycle: beginCycle(worker, { at, origin: 'joined' }, rules) };
}

function withFacts(stored: Worker, facts: RosterFacts, at: Instant): Worker {
  const worker = { ...stored, ...facts, ended: facts.ended ?? stored.ended };
  const phoneFailures = phoneFailuresAfter(stored, worker);
  const ahead = facts.coveredThrough > stored.coveredThrough;
  return {
    ...worker,
    phoneFailures,
    ...(ahead ? paidAhead(stored, facts.coveredThrough, at) : {}),
  };
}

/** By the facts before this roster: what was paid was paid by them. */
function paidAhead(
  stored: Worker,
  through: Month,
  at: Instant,
): Pick<Worker, 'lastPayment' | 'toldByRoster'> {
  const months = monthRange(monthOwed(stored), through).map((month) => ({
    month,
    price: contribution(stored, month),
  }));
  const told = { at, months };
  return {
    lastPayment: paymentTold(stored, told),
    // As many as there are months in the largest payment: an item of the table is paid by its size.
    toldByRoster: [...stored.toldByRoster, told].slice(-12),
  };
}

export const phoneFailuresAfter = (before: Worker, after: Worker): number =>
  after.phone === before.phone ? before.phoneFailures : 0;

/** Names alone: the values are personal. */
export const changedFields = (before: Worker, after: Worker): readonly string[] =>
  workerFacts
    .keyof()
    .options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

type End = Partial<Pick<Worker, 'ended' | 'memberSince'>> & Pick<Worker, 'province'>;

/** An end stops the texts at once, so it is not still to come; nor was it before the beginning. */
export function faultOfEnd({ ended, memberSince, province }: End, at: Instant): Problem | null {
  if (!ended) return null;
  const { on } = ended;
  const today = localDate(zoneOf(province), at);
  if (on > today) return problem('ends-in-future', { on, today });
  return memberSince && monthOf(on) < memberSince
    ? problem('ends-before-beginning', { on, since: memberSince })
    : null;
}

export const sameFacts = (left: RosterFacts, right: RosterFacts): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
