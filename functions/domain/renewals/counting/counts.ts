import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { parseProvince, zoneOf } from '#domain/calendar/provinces';
import type { RecordedPayment } from '#domain/payments/recorded-payment';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycles/cycle';
import { contribution, fullContribution } from '#domain/people/tariff';
import { tenureIn } from '#domain/people/tenure';
import { isReminded, type Worker } from '#domain/people/worker';
import {
  counterName,
  groupOf,
  lateness,
  lotOf,
  type Said,
} from '#domain/renewals/counting/counter-name';
import { keptMeasures, monthsKeptBy } from '#domain/renewals/counting/months-kept';
import { countsOfPayment } from '#domain/renewals/counting/receipts';
import { type Segment, segmentOf } from '#domain/renewals/counting/segment';
import { type Reminder, wasSent } from '#domain/sending/reminder';

/**
 * What a row adds follows from it alone (and the tables of provinces and tariffs); a changed row
 * subtracts its old counts. So counting the stream and walking all rows give the same.
 */
export type CountedRow =
  | Readonly<{ kind: 'worker'; worker: Worker }>
  | Readonly<{ kind: 'cycle'; cycle: ClosedCycle }>
  | Readonly<{ kind: 'reminder'; reminder: Reminder }>
  | Readonly<{ kind: 'payment'; payment: RecordedPayment }>;

/** The whole of a cohort is the sum over its sectors. */
export const dimensions = ['province', 'sector', 'language', 'tenure'] as const;
export type Dimension = (typeof dimensions)[number];

/** Of a cohort: a value, day and group. Of members: a segment. Of receipts: a channel and day. */
export type CounterPlace =
  | Readonly<{
      of: 'cohort';
      month: Month;
      dimension: Dimension;
      value: string;
      day: CalendarDate;
      group: string;
    }>
  | Readonly<{ of: 'members'; like: Segment }>
  | Readonly<{
      of: 'receipts';
      by: 'recorded' | 'paid';
      month: Month;
      day: CalendarDate;
      channel: string;
    }>;

export type CounterItem = Readonly<{
  place: CounterPlace;
  counts: Readonly<Record<string, number>>;
}>;

/** `name` is one that counter-name.ts makes; whole numbers. */
export type Count = Readonly<{ place: CounterPlace; name: string; by: number }>;

export function countsOf(row: CountedRow): readonly Count[] {
  if (row.kind === 'worker')
    return isReminded(row.worker)
      ? [...countsOfBeginning(row.worker.cycle, row.worker), ...countsOfMember(row.worker)]
      : [];
  if (row.kind === 'cycle') return row.cycle.voided ? [] : countsOfClosedCycle(row.cycle);
  return row.kind === 'payment' ? countsOfPayment(row.payment) : countsOfReminder(row.reminder);
}

type Payer = Pick<
  ClosedCycle,
  'province' | 'sector' | 'language' | 'income' | 'jht' | 'memberSince'
>;

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

type Measures = Readonly<Record<string, number>>;

const amounts = (payer: Parameters<typeof contribution>[0], month: Month): Measures => {
  const { full, jht } = fullContribution(payer);
  return { n: 1, amount: contribution(payer, month), full, jht };
};

function countsOfReminder(reminder: Reminder): readonly Count[] {
  const { month, step, planVersion, status, reason, arm, parts, priceUsd } = reminder;
  if (status === 'claimed') return [];
  const day = dayOfReminder(reminder);
  const skipped = status === 'skipped' ? (reason ?? '') : undefined;
  const cost: Measures = wasSent(status) ? { parts, microUsd: Math.round(priceUsd * 1e6) } : {};
  const measures = { n: 1, ...cost };
  const at = { month, payer: reminder };
  const said = { arm, step, planVersion: String(planVersion), status, reason: skipped };
  return [
    ...counted({ ...at, day }, { ...said, what: 'text' }, measures),
    ...elsewhere(reminder, day).flatMap(({ of, late, on }) =>
      counted({ ...at, day: on }, { ...said, late, what: `${of}-text` }, measures),
    ),
  ];
}

/** Once more, so that a report can take it out: of a late cycle, or of one ended by leaving. */
function elsewhere({ month, cycleSince, leftOn }: Reminder, day: CalendarDate) {
  const late = cycleSince === undefined ? 'early' : lateness({ month, since: cycleSince });
  return [
    ...(late === 'early' ? [] : [{ of: 'late', late, on: day } as const]),
    // A worker may have left on an earlier day than the one on which we learnt of it.
    ...(leftOn ? [{ of: 'left', late, on: leftOn > day ? leftOn : day } as const] : []),
  ];
}

/** Jakarta's day where the worker's row could not be read. */
export const dayOfReminder = ({
  province,
  claimedAt,
  at,
}: Pick<Reminder, 'province' | 'claimedAt' | 'at'>): CalendarDate =>
  localDate(parseProvince(province) ? zoneOf(province) : 'Asia/Jakarta', claimedAt ?? at);

type Where = Readonly<{
  month: Month;
  day: CalendarDate;
  payer: Pick<Payer, 'province' | 'sector' | 'language' | 'memberSince'>;
}>;

/** Once for each dimension, but for what a report needs by sector alone. */
function counted({ month, day, payer }: Where, said: Said, measures: Measures): readonly Count[] {
  // The row of an unreadable worker has no province.
  const values = {
    ...payer,
    province: payer.province || 'unknown',
    tenure: tenureIn(month, payer),
  };
  const group = groupOf(said);
  return dimensions.flatMap((dimension) =>
    Object.entries(measures)
      .filter(
        ([measure, by]) => by !== 0 && !(dimension !== 'sector' && bySector.includes(measure)),
      )
      .map(([measure, by]) => ({
        place: { of: 'cohort', month, dimension, value: values[dimension], day, group } as const,
        name: counterName(said, measure),
        by,
      })),
  );
}

/** The discount depends on the sector; within a year a worker may move to another province. */
const bySector: readonly string[] = ['full', 'jht', 'rupiah', ...keptMeasures];

function countsOfMember(worker: Worker): readonly Count[] {
  const place = { of: 'members', like: segmentOf(worker) } as const;
  const { n, full, jht } = amounts(worker, worker.cycle.month);
  return Object.entries({ n, full, jht }).flatMap(([name, by]) =>
    by ? [{ place, name, by }] : [],
  );
}
