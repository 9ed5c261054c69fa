import { amountOwed } from '#domain/amount-owed';
import type { CalendarDate, Month } from '#domain/dates';
import { dueDate, lapseDate } from '#domain/due-date';
import { formatDay, formatMonths } from '#domain/month-names';
import type { Step } from '#domain/plan';
import type { Rules } from '#domain/rules';
import { formatRupiah } from '#domain/rupiah';
import { smsName } from '#domain/sms-name';
import { smsParts } from '#domain/sms-parts';
import { discountEnded } from '#domain/tariff';
import type { Worker } from '#domain/worker';

type Occasion = Readonly<{ worker: Worker; step: Step; month: Month; today: CalendarDate; rules: Rules }>;

/** The text of one step for one worker. Throws where the plan's text has an unknown placeholder or comes out longer than the step allows. */
export function composeReminder(occasion: Occasion): Readonly<{ text: string; parts: number }> {
  const text = fill(templateFor(occasion), valuesFor(occasion));
  const parts = smsParts(text);
  const { id, maxParts } = occasion.step;
  if (parts > maxParts) throw new Error(`The text of step "${id}" takes ${parts} SMS parts for this worker; the step allows ${maxParts}.`);
  return { text, parts };
}

/** In the worker's language, else in Indonesian. News of a higher price comes before language. */
function templateFor({ worker, step, month }: Occasion): string {
  const priceChange = discountEnded(worker, month) ? step.priceChangeTexts : undefined;
  const template = priceChange?.[worker.language] ?? priceChange?.id ?? step.texts[worker.language] ?? step.texts.id;
  if (!template) throw new Error(`Step "${step.id}" has a text neither in "${worker.language}" nor in Indonesian ("id").`);
  return template;
}

function valuesFor({ worker, month, today, rules }: Occasion): Readonly<Record<string, string>> {
  const { amount, months } = amountOwed(worker, today, rules);
  return {
    name: smsName(worker.name, worker.language),
    months: formatMonths(months, worker.language),
    amount: formatRupiah(amount),
    dueDate: formatDay(dueDate(month, rules.calendar), worker.language),
    lapseDate: formatDay(lapseDate(month, rules.lapseMonths), worker.language),
  };
}

/** In one pass: a worker who is called `{amount}` stays so. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(values));
  return template.replace(/\{([^{}]*)\}/g, (placeholder, key: string) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    throw new Error(`${placeholder} is not a placeholder; there are {${[...known.keys()].join('} {')}}.`);
  });
}
