import {
  type CalendarDate,
  type Instant,
  localDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { composeConfirmation } from '#domain/messages/message';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import { mayTextNow } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import type { Reminder } from '#domain/sending/reminder';
import { claimOf, reminderRow } from '#domain/sending/reminder-row';
import { runIdOf } from '#domain/sending/slice';
import { exclusionOf } from '#domain/sending/texting/eligibility';
import type { PlannedText, TextContext } from '#domain/sending/texting/planned-text';

export type Confirmation = Readonly<{
  zone: Zone;
  /** When the payment was recorded. */
  at: Instant;
  workerId: string;
  month: Month;
  /** Both of that cycle: the text counts with its month's reminders. Old rows lack `since`. */
  heldOut: boolean;
  since?: CalendarDate | undefined;
  /** The last month that the money paid for, as credit too. Old rows lack it. */
  through?: Month | undefined;
}> &
  Pick<PaymentRecord, 'channel' | 'reference'>;

type Paid = Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/** Null where no text is due: no month bought, or the worker cannot be reached or need not know. */
export function confirmationOf(
  payment: PaymentRecord,
  { worker, closed: [cycle] }: Paid,
  plan: Pick<Plan, 'paidText'>,
): Confirmation | null {
  if (!cycle || payment.bought.length === 0) return null;
  if (!worker.cycle.textable || !templateFor(worker, plan)) return null;
  const { recordedAt: at, channel, reference } = payment;
  return {
    zone: zoneOfWorker(worker),
    at,
    workerId: worker.workerId,
    month: cycle.month,
    heldOut: cycle.heldOut,
    since: cycle.since,
    through: worker.coveredThrough,
    channel,
    reference,
  };
}

function templateFor(
  worker: Worker,
  { paidText: { enabled, texts } }: Pick<Plan, 'paidText'>,
): string | null {
  if (!isReminded(worker) || !(enabled || worker.group !== null)) return null;
  return texts[worker.language] ?? texts.id ?? null;
}

/** As stored. `payment` is null where it could not be read. */
export type Found = Readonly<{
  worker: Worker | undefined;
  reminder: Reminder | undefined;
  unreadable?: unknown;
  payment: PaymentRecord | null | undefined;
}>;

/** `done`: told already · `not-owed`: nothing to tell · `wait`: not now · a claim is another's. */
export type Decision = Readonly<
  | { kind: 'write'; planned: PlannedText }
  | { kind: 'claimed-elsewhere' | 'done' | 'not-owed' | 'wait' }
>;

/** `step`: the text as the slice's version of the plan has it. */
type ConfirmationTerms = Omit<TextContext, 'isHalted'>;

/** Decides after a fresh read. Without a confirmation, somebody has dropped it. */
export function decideOn(
  confirmation: Confirmation | undefined,
  { worker, reminder, unreadable, payment }: Found,
  terms: ConfirmationTerms,
): Decision {
  if (reminder) return { kind: reminder.status === 'claimed' ? 'claimed-elsewhere' : 'done' };
  if (!confirmation) return { kind: 'not-owed' };
  if (unreadable || payment === null) return { kind: 'wait' };
  const { plan, step } = terms;
  const { enabled } = plan.paidText;
  const template = worker && templateFor(worker, { paidText: { enabled, texts: step.texts } });
  if (!worker || !template || !payment || !stillHolds(confirmation, worker, payment))
    return { kind: 'not-owed' };
  // A worker who moved has the clock of the new zone.
  if (!mayTextNow(zoneOfWorker(worker), terms)) return { kind: 'wait' };
  return {
    kind: 'write',
    planned: plannedText(confirmation, { worker, payment, template }, terms),
  };
}

/** False once it was reversed or erased, or another reversal undid it. */
const stillHolds = (
  { workerId, month }: Confirmation,
  worker: Worker,
  payment: PaymentRecord,
): boolean =>
  payment.status === 'recorded' && payment.workerId === workerId && monthOwed(worker) > month;

type Told = Readonly<{ worker: Worker; payment: PaymentRecord; template: string }>;

function plannedText(
  { month, heldOut, since, through }: Confirmation,
  { worker, payment, template }: Told,
  { slice, ...terms }: ConfirmationTerms,
): PlannedText {
  const { step, plan, now } = terms;
  const { planVersion } = slice;
  const signed = { ...terms, month, step: slice.step, runId: runIdOf(slice), planVersion };
  const person = { ...worker, cycle: { heldOut, since } };
  const rowOnly = (status: 'skipped' | 'failed', reason: string): PlannedText => ({
    row: reminderRow(person, { status, reason, parts: 0 }, signed),
    rev: worker.rev,
    text: null,
  });
  const today = localDate(slice.zone, now);
  const barrier = exclusionOf({ worker, step, plan, today });
  if (barrier) return rowOnly('skipped', barrier);
  try {
    const { text, parts } = composeConfirmation({
      worker,
      template,
      payment: { ...payment, bought: monthsPaid(payment.bought, through) },
      rules: rulesOf(plan, terms.settings),
    });
    const row = reminderRow(person, claimOf(text, parts), signed);
    return { row, rev: worker.rev, text: { phone: worker.phone ?? '', text } };
  } catch (error) {
    return rowOnly('failed', error instanceof Error ? error.message : String(error));
  }
}

/** A channel that names one month may send money for two: the rest has bought the next at once. */
function monthsPaid(bought: readonly Month[], through: Month | undefined): readonly Month[] {
  const [first, last] = [bought[0], bought.at(-1)];
  return first && last && through && through > last ? monthRange(first, through) : bought;
}
