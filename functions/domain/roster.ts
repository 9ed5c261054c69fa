import { type Instant, localDate, monthRange } from '#domain/dates';
import { zoneOf } from '#domain/provinces';
import { contribution } from '#domain/tariff';
import { beginCycle, type Cycle, isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/worker';
import type { RosterFacts } from '#domain/worker-csv';

/** What one line of a roster says about one worker. Optional columns that the file does not have say nothing, and change nothing. */
export type Reconciled =
  | Readonly<{ status: 'created' | 'updated'; worker: Worker; fields: readonly string[] }>
  | Readonly<{ status: 'unchanged' }>
  | Readonly<{ status: 'conflict'; reason: string }>;

type Known = Readonly<{ workerId: string; nikLast4: string; stored: Worker | undefined; erased: boolean }>;

/**
 * A roster never takes a payment back: a line that is behind what we know is listed and nothing of it is applied, since its phone is as old as its month.
 * A line that is ahead is a renewal, dated the day of the import.
 */
export function reconcile(facts: RosterFacts, { workerId, nikLast4, stored, erased }: Known, at: Instant): Reconciled {
  if (erased) return { status: 'conflict', reason: 'This person asked to be forgotten: they are not brought back by a roster' };
  if (!stored) return { status: 'created', worker: newWorker(facts, { workerId, nikLast4 }, at), fields: [] };
  if (facts.coveredThrough < stored.coveredThrough)
    return {
      status: 'conflict',
      reason: `The line says covered through ${facts.coveredThrough}, but ${stored.coveredThrough} is paid: nothing of the line was applied`,
    };
  const worker = withFacts(stored, facts, at);
  const fields = changedFields(stored, worker);
  return fields.length === 0 ? { status: 'unchanged' } : { status: 'updated', worker, fields };
}

const newWorker = (facts: RosterFacts, ids: Pick<Worker, 'workerId' | 'nikLast4'>, at: Instant): Worker => ({
  governmentPaid: false,
  group: null,
  ended: null,
  ...facts,
  ...ids,
  cycle: beginCycle(facts.coveredThrough, at),
  lastPayment: null,
  credit: 0,
  phoneFailures: 0,
  stopped: null,
  rev: 0,
});

function withFacts(stored: Worker, facts: RosterFacts, at: Instant): Worker {
  const worker = { ...stored, ...facts, ended: facts.ended ?? stored.ended };
  const ahead = facts.coveredThrough > stored.coveredThrough;
  const lastPayment = ahead ? byRoster(stored, facts.coveredThrough, at) : stored.lastPayment;
  return { ...worker, lastPayment, phoneFailures: phoneFailuresAfter(stored, worker), cycle: cycleAfter(stored, worker, at) };
}

function byRoster(stored: Worker, through: string, at: Instant): Worker['lastPayment'] {
  const months = monthRange(monthOwed(stored), through);
  const amount = months.reduce((sum, month) => sum + contribution(stored, month), 0);
  return { id: `roster-${localDate(zoneOfWorker(stored), at)}`, paidAt: at, months, amount, source: 'roster' };
}

/** A new cycle begins with a new first unpaid month, and when somebody begins to pay for themself again: steps of before are not owed to them. */
export const cycleAfter = (before: Worker, after: Worker, at: Instant): Cycle =>
  after.coveredThrough !== before.coveredThrough || (isReminded(after) && !isReminded(before))
    ? beginCycle(after.coveredThrough, at)
    : before.cycle;

/** Another number has not failed yet. */
export const phoneFailuresAfter = (before: Worker, after: Worker): number => (after.phone === before.phone ? before.phoneFailures : 0);

const compared = [
  'name',
  'phone',
  'province',
  'sector',
  'income',
  'jht',
  'language',
  'governmentPaid',
  'group',
  'coveredThrough',
  'ended',
] as const;

/** Names of the fields that differ, never their values: they are personal. */
export const changedFields = (before: Worker, after: Worker): readonly string[] =>
  compared.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

/** Why a roster line or a correction cannot be: its end is still to come. Null where it is not. */
export function endsInFuture({ ended, province }: Partial<Pick<Worker, 'ended'>> & Pick<Worker, 'province'>, at: Instant): string | null {
  const today = localDate(zoneOf(province), at);
  return ended && ended.on > today ? `${ended.on} is still to come: enter an end when it is there (today is ${today})` : null;
}

export const sameFacts = (left: RosterFacts, right: RosterFacts): boolean => JSON.stringify(left) === JSON.stringify(right);
