import { type Instant, localDate, type Month } from '#domain/calendar/dates';
import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import { composeConfirmation } from '#domain/messages/message';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycle';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { exclusionOf } from '#domain/sending/eligibility';
import { type PlannedText, reminderRow } from '#domain/sending/planned-text';
import { confirmationStep, type Reminder } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

/** A payment that ended the worker's cycle of `month`, and of which they are still to be told. What it bought stands in the payment itself. */
export type Confirmation = Readonly<{
  zone: Zone;
  /** When the payment was recorded. */
  at: Instant;
  workerId: string;
  month: Month;
  /** In that cycle: the text is counted with the reminders of its month. */
  heldOut: boolean;
}> &
  Pick<PaymentRecord, 'channel' | 'reference'>;

type Paid = Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/** What is to be told of a payment; null where nobody is to be texted: it bought no month, they cannot be reached, or need no word of it. */
export function confirmationOf(
  payment: PaymentRecord,
  { worker, closed: [cycle] }: Paid,
  plan: Pick<Plan, 'paidText'>,
): Confirmation | null {
  if (!cycle || !worker.cycle.textable || !templateFor(worker, plan)) return null;
  const { recordedAt: at, channel, reference } = payment;
  return {
    zone: zoneOfWorker(worker),
    at,
    workerId: worker.workerId,
    month: cycle.month,
    heldOut: cycle.heldOut,
    channel,
    reference,
  };
}

/** The text for who is to get one. Whose group pays for them would not know otherwise; all others only where the plan wants it. */
function templateFor(
  worker: Worker,
  { paidText: { enabled, texts } }: Pick<Plan, 'paidText'>,
): string | null {
  if (!isReminded(worker) || !(enabled || worker.group !== null)) return null;
  return texts[worker.language] ?? texts.id ?? null;
}

/** As it is in the table. `payment` is null where it could not be read. */
export type Found = Readonly<{
  worker: Worker | undefined;
  reminder: Reminder | undefined;
  unreadable?: unknown;
  payment: PaymentRecord | null | undefined;
}>;

/** `drop`: there is nothing to tell, or it was told · `wait`: not now, or somebody is at it. */
export type Decision = Readonly<
  | { kind: 'write'; planned: PlannedText }
  | { kind: 'claimed'; reminder: Reminder }
  | { kind: 'drop' | 'wait' }
>;

type TextContext = Readonly<{ plan: Plan; settings: Settings; holder: string; now: Instant }>;

/** What the look at a worker and their payment tells us to do. `holder` signs the row. */
export function decideOn(
  confirmation: Confirmation,
  { worker, reminder, unreadable, payment }: Found,
  terms: TextContext,
): Decision {
  if (reminder)
    return reminder.status === 'claimed' ? { kind: 'claimed', reminder } : { kind: 'drop' };
  if (unreadable || payment === null) return { kind: 'wait' };
  const template = worker && templateFor(worker, terms.plan);
  if (!worker || !template || !payment || !stillHolds(confirmation, worker, payment))
    return { kind: 'drop' };
  // Whoever moved to another zone since has the clock of that one.
  if (!mayTextNow(zoneOfWorker(worker), terms)) return { kind: 'wait' };
  return {
    kind: 'write',
    planned: plannedText(confirmation, { worker, payment, template }, terms),
  };
}

/** Reversed, taken out at an erasure, or undone by a reversal of another: then there is nothing to thank for. */
const stillHolds = (
  { workerId, month }: Confirmation,
  worker: Worker,
  payment: PaymentRecord,
): boolean =>
  payment.status === 'recorded' && payment.workerId === workerId && monthOwed(worker) > month;

type Told = Readonly<{ worker: Worker; payment: PaymentRecord; template: string }>;

function plannedText(
  { zone, month, heldOut }: Confirmation,
  { worker, payment, template }: Told,
  terms: TextContext,
): PlannedText {
  const { plan, now } = terms;
  const today = localDate(zone, now);
  const runId = ['run', 'confirm', abbreviationOf(zone), today].join('_');
  const signed = { ...terms, month, step: confirmationStep, runId, planVersion: plan.version };
  const person = { ...worker, cycle: { heldOut } };
  const rowOnly = (status: 'skipped' | 'failed', reason: string): PlannedText => ({
    row: reminderRow(person, { status, reason, parts: 0 }, signed),
    rev: worker.rev,
    text: null,
  });
  // Who is held out goes without reminders; this is none.
  const barrier = exclusionOf({ worker, step: { toHeldOut: true }, plan, today });
  if (barrier) return rowOnly('skipped', barrier);
  try {
    const { text, parts } = composeConfirmation({
      worker,
      template,
      payment,
      rules: rulesOf(plan, terms.settings),
    });
    const row = reminderRow(person, { status: 'claimed', reason: null, parts }, signed);
    return { row, rev: worker.rev, text: { phone: worker.phone ?? '', text } };
  } catch (error) {
    return rowOnly('failed', error instanceof Error ? error.message : String(error));
  }
}
