import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import type { RecordedPayment } from '#domain/payments/recorded-payment';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycles/cycle';
import { contribution, fullContribution } from '#domain/people/tariff';
import { isReminded, type Worker } from '#domain/people/worker';
import { counted, type Measures, type Payer } from '#domain/renewals/counting/counted';
import type { Count } from '#domain/renewals/counting/counter';
import { lateness, lotOf } from '#domain/renewals/counting/counter-name';
import { monthsKeptBy } from '#domain/renewals/counting/months-kept';
import { countsOfPayment } from '#domain/renewals/counting/receipts';
import { countsOfReminder } from '#domain/renewals/counting/reminder-counts';
import { segmentOf } from '#domain/renewals/counting/segment';
import type { Reminder } from '#domain/sending/reminder';

/**
 * What a row adds follows from it alone (and the tables of provinces and tariffs); a changed row
 * subtracts its old counts. So counting the stream and walking all rows give the same.
 */
export type CountedRow =
  | Readonly<{ kind: 'worker'; worker: Worker }>
  | Readonly<{ kind: 'cycle'; cycle: ClosedCycle }>
  | Readonly<{ kind: 'reminder'; reminder: Reminder }>
  | Readonly<{ kind: 'payment'; payment: RecordedPayment }>;

export function countsOf(row: CountedRow): readonly Count[] {
  if (row.kind === 'worker')
    return isReminded(row.worker)
      ? [...countsOfBeginning(row.worker.cycle, row.worker), ...countsOfMember(row.worker)]
      : [];
  if (row.kind === 'cycle') return row.cycle.voided ? [] : countsOfClosedCycle(row.cycle);
  return row.kind === 'payment' ? countsOfPayment(row.payment) : countsOfReminder(row.reminder);
}

function countsOfClosedCycle(cycle: ClosedCycle): readonly Count[] {
  const { end, month } = cycle;
  const payer = { ...cycle, governmentPaid: false };
  const on = endedOn(cycle);
  const what = end.by === 'left' ? 'left' : 'paid';
  const received = end.months.includes(month) ? contribution(payer, month) : 0;
  return [
    ...countsOfBeginning(cycle, cycle),
    ...counted(
      { month, day: on, payer },
      { what, arm: lotOf(cycle), late: lateness(cycle) },
      { ...amounts(payer, month), received },
    ),
    ...end.months.flatMap((bought) =>
      counted(
        { month: bought, day: on, payer },
        { what: 'collected' },
        { rupiah: contribution(payer, bought) },
      ),
    ),
    ...monthsKeptBy(cycle).flatMap(({ measures, arm, late, month: of }) =>
      counted(
        { month: of, day: lastDay(monthOf(on)), payer },
        { what: 'kept', arm, late },
        measures,
      ),
    ),
  ];
}

/** Months kept are followed for a year: a row for each month of payment, and not for each day. */
const lastDay = (month: Month): CalendarDate => addDays(firstDay(addMonths(month, 1)), -1);

const countsOfBeginning = (cycle: Cycle, payer: Payer): readonly Count[] =>
  counted(
    { month: cycle.month, day: cycle.since, payer },
    { what: 'begun', arm: lotOf(cycle), late: lateness(cycle), origin: cycle.origin },
    amounts({ ...payer, governmentPaid: false }, cycle.month),
  );

const amounts = (payer: Parameters<typeof contribution>[0], month: Month): Measures => {
  const { full, jht } = fullContribution(payer);
  return { n: 1, amount: contribution(payer, month), full, jht };
};

function countsOfMember(worker: Worker): readonly Count[] {
  const place = { of: 'members', like: segmentOf(worker) } as const;
  const { n, full, jht } = amounts(worker, worker.cycle.month);
  return Object.entries({ n, full, jht }).flatMap(([name, by]) =>
    by ? [{ place, name, by }] : [],
  );
}
