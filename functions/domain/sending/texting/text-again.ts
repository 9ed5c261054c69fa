import { addMonths, type Instant, localDate } from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import { composeConfirmation, composeReminder } from '#domain/messages/message';
import { textMark } from '#domain/messages/text-mark';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { stepOf } from '#domain/plan/step-of';
import { isConfirmation, mayHaveBeenSent, type Reminder } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

/** `isAsSent`: word for word. Else a fact has changed since, or the row is older than the marks. */
export type TextAgain = Readonly<{ text: string; isAsSent: boolean }>;

/** `plan`: the version of the row. `payments`: all of the worker. */
type Known = Readonly<{
  worker: Worker;
  payments: readonly PaymentRecord[];
  plan: Plan | undefined;
  settings: Settings;
}>;

/**
 * From the version of the plan that sent it and the facts in its row; name, income and old-age
 * savings are today's. Null where no text left, or none can be written.
 */
export function textAgain(row: Reminder, known: Known): TextAgain | null {
  const isText = row.status === 'claimed' || mayHaveBeenSent(row.status);
  const { plan } = known;
  if (!isText || !plan) return null;
  try {
    const text = isConfirmation(row)
      ? confirmationAgain(row, { ...known, plan })
      : reminderAgain(row, { ...known, plan });
    return text === null ? null : { text, isAsSent: textMark(text) === row.textMark };
  } catch {
    return null;
  }
}

type KnownPlan = Known & Readonly<{ plan: Plan }>;

function reminderAgain(row: Reminder, { plan, settings, ...known }: KnownPlan): string | null {
  const step = stepOf(plan, row.step);
  if (!step) return null;
  const { month } = row;
  const worker = { ...workerThen(row, known), coveredThrough: addMonths(month, -1) };
  const today = localDate(zoneOf(row.province), momentOf(row));
  return composeReminder({ worker, step, month, today, rules: rulesOf(plan, settings) }).text;
}

function confirmationAgain(row: Reminder, { plan, settings, ...known }: KnownPlan): string | null {
  const { texts } = plan.paidText;
  const template = texts[row.language] ?? texts.id;
  const payment = known.payments
    .filter(({ coveredBefore }) => coveredBefore === addMonths(row.month, -1))
    .filter(({ bought, recordedAt }) => bought.length > 0 && recordedAt <= momentOf(row))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .at(-1);
  const last = payment?.bought.at(-1);
  if (!template || !payment || !last) return null;
  const worker = { ...workerThen(row, known), coveredThrough: last };
  return composeConfirmation({ worker, template, payment, rules: rulesOf(plan, settings) }).text;
}

const momentOf = ({ claimedAt, at }: Reminder): Instant => claimedAt ?? at;

/** Whoever was texted paid for themself and had not ended. */
function workerThen(row: Reminder, { worker, payments }: Pick<Known, 'worker' | 'payments'>) {
  const { language, sector, province } = row;
  const credit = creditAt(momentOf(row), payments);
  return { ...worker, language, sector, province, governmentPaid: false, ended: null, credit };
}

/** Rupiah that payments recorded by then had left over. */
const creditAt = (at: Instant, payments: readonly PaymentRecord[]): number =>
  payments
    .filter(({ recordedAt, matched }) => (matched?.at ?? recordedAt) <= at)
    .filter(({ reversed }) => !reversed || reversed.at > at)
    .reduce((credit, { amount, price }) => Math.max(0, credit + amount - price), 0);
