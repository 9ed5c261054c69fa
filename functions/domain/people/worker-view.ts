import { type Instant, localDate } from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { amountOwed } from '#domain/people/amount-owed';
import { type Coverage, coverageOf } from '#domain/people/cycles/coverage';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import { type Texting, type TextTerms, textingOf } from '#domain/sending/texting/texting';

/** As the API shows a worker: what is stored, and what follows from it today. Never the NIK. */
type Inner = 'cycle' | 'rev' | 'toldByRoster' | 'firstNamed' | 'lastFailure';

export type WorkerView = Omit<Worker, Inner> &
  Readonly<{
    zone: string;
    coverage: Coverage;
    dueOn: string | null;
    lapsesOn: string | null;
    owed: { amount: number; months: readonly string[] };
    heldOut: boolean;
    texting: Texting;
  }>;

export function workerView(worker: Worker, now: Instant, terms: TextTerms): WorkerView {
  const { rules } = terms;
  const zone = zoneOfWorker(worker);
  const today = localDate(zone, now);
  const { cycle, rev: _, toldByRoster: __, firstNamed: ___, lastFailure: ____, ...stored } = worker;
  const month = monthOwed(worker);
  const pays = isReminded(worker);
  return {
    ...stored,
    zone,
    coverage: coverageOf(worker, today, rules),
    dueOn: pays ? dueDate(month, rules.calendar) : null,
    lapsesOn: pays ? lapseDate(month, rules.lapseMonths) : null,
    owed: amountOwed(worker, today, rules),
    heldOut: cycle.heldOut,
    texting: textingOf(worker, now, terms),
  };
}
