import type { CalendarDate, Month } from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { formatDay, formatMonths, formatRupiah } from '#domain/messages/formats';
import { fill, refusedWith, type Values } from '#domain/messages/placeholders';
import { addressed, smsName } from '#domain/messages/sms-name';
import { smsParts } from '#domain/messages/sms-parts';
import type { PaymentRecord } from '#domain/payments/payment';
import { amountOwed } from '#domain/people/amount-owed';
import { discountEnded } from '#domain/people/tariff';
import { type Language, monthOwed, type Worker } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';

type Occasion = Readonly<{
  worker: Parameters<typeof amountOwed>[0] & Pick<Worker, 'name' | 'language'>;
  step: Step;
  month: Month;
  today: CalendarDate;
  rules: Rules;
}>;

/** Throws for an unknown placeholder, or where the text needs more parts than its step allows. */
export function composeReminder(occasion: Occasion): Readonly<{ text: string; parts: number }> {
  const template = templateFor({ ...occasion, reader: occasion.worker });
  const text = sendable(template, valuesFor(occasion), occasion.worker);
  const parts = smsParts(text);
  const { id, maxParts } = occasion.step;
  if (parts > maxParts)
    throw new Error(
      `text-too-long: The text of step "${id}" takes ${parts} SMS parts for this worker; the ` +
        `step allows ${maxParts}.`,
    );
  return { text, parts };
}

type Received = Readonly<{
  worker: Worker;
  template: string;
  payment: Pick<PaymentRecord, 'bought' | 'amount'>;
  rules: Rules;
}>;

/** Throws for an unknown placeholder, or where the text needs more than one part. */
export function composeConfirmation({
  worker,
  template,
  payment,
  rules,
}: Received): Readonly<{ text: string; parts: number }> {
  const values = {
    ...datesOf(monthOwed(worker), worker.language, rules),
    name: smsName(worker.name, worker.language),
    months: formatMonths(payment.bought, worker.language),
    amount: formatRupiah(payment.amount),
  };
  const text = sendable(template, values, worker);
  const parts = smsParts(text);
  if (parts > 1)
    throw new Error(
      `text-too-long: The text of a payment received takes ${parts} SMS parts for this ` +
        'worker; one is allowed.',
    );
  return { text, parts };
}

type Reader = Pick<Worker, 'language' | 'sector' | 'governmentPaid'>;

/** In the worker's language, else in Indonesian. News of a higher price comes before language. */
export function templateFor({
  reader,
  step,
  month,
}: Readonly<{ reader: Reader; step: Step; month: Month }>): string {
  const priceChange = discountEnded(reader, month) ? step.priceChangeTexts : undefined;
  const template =
    priceChange?.[reader.language] ??
    priceChange?.id ??
    step.texts[reader.language] ??
    step.texts.id;
  if (!template)
    throw new Error(
      `no-text: Step "${step.id}" has a text neither in "${reader.language}" nor in ` +
        'Indonesian ("id").',
    );
  return template;
}

function valuesFor({ worker, month, today, rules }: Occasion): Values {
  const { amount, months } = amountOwed(worker, today, rules);
  return {
    name: smsName(worker.name, worker.language),
    months: formatMonths(months, worker.language),
    amount: formatRupiah(amount),
    ...datesOf(month, worker.language, rules),
  };
}

const datesOf = (
  month: Month,
  language: Language,
  { calendar, lapseMonths }: Rules,
): Pick<Values, 'dueDate' | 'lapseDate'> => ({
  dueDate: formatDay(dueDate(month, calendar), language),
  lapseDate: formatDay(lapseDate(month, lapseMonths), language),
});

/** Without the name where text and name together make what may not be sent; else throws. */
function sendable(
  template: string,
  values: Values,
  { language }: Readonly<{ language: Language }>,
): string {
  const said = [values, { ...values, name: addressed[language] }];
  const sent = said.find((each) => !refusedWith(template, each));
  if (sent) return fill(template, sent);
  throw new Error(`${refusedWith(template, values)?.code}: The text may not be sent.`);
}
