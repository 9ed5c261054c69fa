import { createHash } from 'node:crypto';
import type { Instant } from '#domain/calendar/dates';
import { provinces, zoneOf } from '#domain/calendar/provinces';
import { applyPayment } from '#domain/payments/apply-payment';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { beginCycle } from '#domain/people/cycles/next-cycle';
import { contribution } from '#domain/people/tariff';
import { monthOwed, type Worker } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { Reminder } from '#domain/sending/reminder';
import { reminderRow } from '#domain/sending/reminder-row';
import { runIdOf } from '#domain/sending/slice';
import { exclusionOf } from '#domain/sending/texting/eligibility';
import { stageSettings as settings } from '#local/environment';

/** One firing of a step of the month, in the worker's zone. */
export type Fired = Readonly<{ step: Step; date: string; scheduledAt: Instant }>;

export type Lived = Readonly<{
  worker: Worker;
  closed: readonly ClosedCycle[];
  payment: PaymentRecord | null;
  reminders: readonly Reminder[];
}>;

const month = '2026-11';
/** When the roster came. */
const cameAt = '2026-10-26T01:00:00.000Z';

/** From 0 to below `below`, by number and word alone. */
const drawn = (number: number, of: string, below: number): number =>
  createHash('sha256').update(`${number} ${of}`).digest().readUInt32BE() % below;

function madeUpWorker(number: number, rules: Rules): Worker {
  const hash = createHash('sha256').update(`made up ${number}`).digest('hex');
  const workerId = `wrk_${hash.slice(0, 20)}`;
  const facts = {
    ...{ workerId, name: `Siti ${number}`, nikLast4: '0001', group: null, memberSince: null },
    phone: number % 33 === 0 ? null : `+62870${String(number).padStart(8, '0')}`,
    province: provinces[drawn(number, 'province', provinces.length)] ?? 'Jawa Tengah',
    sector: number % 4 === 0 ? ('transport' as const) : ('other' as const),
    ...{
      income: 1_000_000 + 500_000 * (number % 3),
      jht: number % 5 === 0,
      language: 'id' as const,
    },
    ...{ governmentPaid: false, ended: null, coveredThrough: '2026-10', credit: 0, rev: 1 },
    ...{ lastPayment: null, toldByRoster: [], firstNamed: cameAt, phoneFailures: 0 },
    ...{ lastFailure: null, stopped: null },
  };
  return { ...facts, cycle: beginCycle(facts, { at: cameAt, origin: 'joined' }, rules) };
}

/** Six in ten pay November, on a day of it, between seven and twenty in Jakarta. */
function paidAtOf(number: number): Instant | null {
  if (drawn(number, 'pays', 10) >= 6) return null;
  const minutes = drawn(number, 'day', 29) * 1_440 + drawn(number, 'minute', 780);
  return addSeconds('2026-11-01T00:00:00.000Z', minutes * 60);
}

/** What a month leaves of somebody: a row for each step that was owed, and a payment. */
export function lived(
  number: number,
  firingsOf: (worker: Worker) => readonly Fired[],
  rules: Rules,
): Lived {
  const before = madeUpWorker(number, rules);
  const paidAt = paidAtOf(number);
  const reminders = firingsOf(before).flatMap((fired) => {
    // The senders take nine hours for it.
    const at = addSeconds(fired.scheduledAt, drawn(number, fired.step.id, 32_000));
    return paidAt !== null && paidAt <= at ? [] : [reminded(before, fired, { at, number })];
  });
  if (paidAt === null) return { worker: before, closed: [], payment: null, reminders };
  const notice = {
    ...{ reference: `M-${number}`, channel: 'bank', amount: contribution(before, month) },
    ...{ paidAt, months: 1 },
  };
  const terms = { at: addSeconds(paidAt, 1), rules, others: [] };
  const { worker, closed, ...purchase } = applyPayment(before, notice, terms);
  const payment: PaymentRecord = {
    ...{ ...notice, ...purchase, workerId: worker.workerId, recordedAt: terms.at },
    ...{ status: 'recorded', matched: null, reversed: null },
  };
  return { worker, closed, payment, reminders };
}

/** Plainly: millions of them by Temporal would take longer than all the rest. */
const addSeconds = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1_000).toISOString();

type Sending = Readonly<{ at: Instant; number: number }>;

function reminded(worker: Worker, { step, date }: Fired, { at, number }: Sending): Reminder {
  const zone = zoneOf(worker.province);
  const reason = exclusionOf({ worker, step, plan: { onlyTo: null }, today: date });
  const became = reason
    ? { status: 'skipped' as const, reason, parts: 0 }
    : { status: 'delivered' as const, reason: null, parts: 1 };
  const runId = runIdOf({ zone, date, time: step.at, step: step.id, month: monthOwed(worker) });
  const row = reminderRow(worker, became, {
    ...{ month, step: step.id, runId, planVersion: 1, settings, holder: 'made-up', now: at },
  });
  return reason ? row : { ...row, messageId: `text-${number}-${step.id}` };
}
