import { addMonths, type CalendarDate, type Month } from '#domain/calendar/dates';
import { composeReminder } from '#domain/messages/message';
import { type Language, unsaid, type Worker } from '#domain/people/worker';
import type { Step } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';

type Reader = Worker | Readonly<{ language: Language; month: Month }>;

export function sampleOf(
  step: Step,
  reader: Reader,
  today: CalendarDate,
  rules: Rules,
): Readonly<{ text: string; parts: number }> {
  const worker = 'workerId' in reader ? reader : madeUp(reader.language, reader.month);
  return composeReminder({
    worker,
    step,
    month: addMonths(worker.coveredThrough, 1),
    today,
    rules,
  });
}

/** The name is invented; the income is in the lowest tier. */
const madeUp = (language: Language, month: Month) =>
  ({
    ...unsaid,
    name: 'Siti Contoh',
    sector: 'other',
    income: 1_000_000,
    jht: false,
    language,
    coveredThrough: addMonths(month, -1),
    credit: 0,
  }) as const;
