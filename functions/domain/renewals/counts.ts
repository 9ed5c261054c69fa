import {
  type CalendarDate,
  firstDay,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { parseProvince, zoneOf } from '#domain/calendar/provinces';
import type { Zone } from '#domain/calendar/zones';
import { type ClosedCycle, type Cycle, endedOn } from '#domain/people/cycle';
import { isDeadNumber } from '#domain/people/phone';
import { contribution, fullContribution } from '#domain/people/tariff';
import {
  isReminded,
  type Language,
  type Sector,
  type Worker,
  zoneOfWorker,
} from '#domain/people/worker';
import { type Reminder, wasSent } from '#domain/sending/reminder';

/**
 * What a row adds follows from it alone (and the tables of provinces and tariffs); a changed row
 * subtracts its old counts. So counting the stream and walking all rows give the same.
 */
export type CountedRow =
  | Readonly<{ kind: 'worker'; worker: Worker }>
  | Readonly<{ kind: 'cycle'; cycle: ClosedCycle }>
  | Readonly<{ kind: 'reminder'; reminder: Reminder }>;

export const dimensions = ['total', 'province', 'sector', 'language'] as const;
export type Dimension = (typeof dimensions)[number];

/** In a cohort: one value of a dimension, for one calendar month's days. Of members: a segment. */
export type CounterPlace =
  | Readonly<{ of: 'cohort'; month: Month; dimension: Dimension; value: string; period: Month }>
  | Readonly<{ of: 'members'; like: Segment }>;

/** The counters of one place, all buckets added up. */
export type CounterItem = Readonly<{
  place: CounterPlace;
  counts: Readonly<Record<string, number>>;
}>;

/** What decides whom a step texts. Counted, so that a preview need not read every worker. */
export type Segment = Readonly<{
  coveredThrough: Month;
  zone: Zone;
  language: Language;
  sector: Sector;
  heldOut: boolean;
  reach: 'text' | 'no-phone' | 'dead-number' | 'stopped' | CalendarDate;
}>;

/** `name` is one that cohort-counts.ts reads; whole numbers. */
export type Count = Readonly<{ place: CounterPlace; name: string; by: number }>;

export function countsOf(row: CountedRow): readonly Count[] {
  if (row.kind === 'worker')
    return isReminded(row.worker)
      ? [...countsOfOpenCycle(row.worker), ...countsOfMember(row.worker)]
      : [];
  if (row.kind === 'cycle') return row.cycle.voided ? [] : countsOfClosedCycle(row.cycle);
  return countsOfReminder(row.reminder);
}

type Payer = Pick<ClosedCycle, 'province' | 'sector' | 'language' | 'income' | 'jht'>;

const countsOfOpenCycle = (worker: Worker): readonly Count[] =>
  countsOfBeginning(worker.cycle, worker);

function countsOfClosedCycle(cycle: ClosedCycle): readonly Count[] {
  const { end, month } = cycle;
  const payer = { ...cycle, governmentPaid: false };
  const on = endedOn(cycle);
  const what = [end.by === 'left' ? 'left' : 'paid', dayOf(on), armOf(cycle), lateness(cycle)];
  const paidFor = end.months.includes(month) ? contribution(payer, month) : 0;
  return [
    ...countsOfBeginning(cycle, cycle),
    ...counted({ month, day: on, payer: cycle }, what, {
      ...amounts(payer, month),
      received: paidFor,
    }),
    ...end.months.map((bought) => ({
      place: {
        of: 'cohort',
        month: bought,
        dimension: 'total',
        value: '',
        period: monthOf(on),
      } as const,
      name: `collected.${dayOf(on)}`,
      by: contribution(payer, bought),
    })),
  ];
}

const countsOfBeginning = (cycle: Cycle, payer: Payer): readonly Count[] =>
  counted(
    { month: cycle.month, day: cycle.since, payer },
    ['begun', dayOf(cycle.since), armOf(cycle), lateness(cycle), cycle.origin],
    amounts({ ...payer, governmentPaid: false }, cycle.month),
  );

type Measures = Readonly<Record<string, number>>;

const amounts = (payer: Parameters<typeof contribution>[0], month: Month): Measures => {
  const { full, jht } = fullContribution(payer);
  return { n: 1, amount: contribution(payer, month), full, jht };
};

function countsOfReminder(reminder: Reminder): readonly Count[] {
  const { month, step, status, reason, arm, parts, priceUsd } = reminder;
  if (status === 'claimed') return [];
  const day = dayOfReminder(reminder);
  const became = status === 'skipped' ? [status, reason ?? ''] : [status];
  const at = { month, day, payer: reminder };
  return [
    ...counted(at, ['text', dayOf(day), arm, step, ...became], { n: 1 }),
    ...(wasSent(status)
      ? counted(at, ['cost', dayOf(day), arm, step], {
          parts,
          microUsd: Math.round(priceUsd * 1e6),
        })
      : []),
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
  payer: Pick<Payer, 'province' | 'sector' | 'language'>;
}>;

/** Once for each dimension; `full` and `jht` by sector alone, on which the discount depends. */
function counted(
  { month, day, payer }: Where,
  what: readonly string[],
  measures: Measures,
): readonly Count[] {
  // The row of an unreadable worker has no province.
  const values = {
    total: '',
    province: payer.province || 'unknown',
    sector: payer.sector,
    language: payer.language,
  };
  return dimensions.flatMap((dimension) =>
    Object.entries(measures)
      .filter(
        ([measure, by]) => by !== 0 && (dimension === 'sector' || !bySectorOnly.includes(measure)),
      )
      .map(([measure, by]) => ({
        place: {
          of: 'cohort',
          month,
          dimension,
          value: values[dimension],
          period: monthOf(day),
        } as const,
        name: [...what, measure].join('.'),
        by,
      })),
  );
}

const bySectorOnly: readonly string[] = ['full', 'jht'];

function countsOfMember(worker: Worker): readonly Count[] {
  const place = { of: 'members', like: segmentOf(worker) } as const;
  const { n, full, jht } = amounts(worker, worker.cycle.month);
  return Object.entries({ n, full, jht }).flatMap(([name, by]) =>
    by ? [{ place, name, by }] : [],
  );
}

export function segmentOf(worker: Worker): Segment {
  const { coveredThrough, language, sector, cycle } = worker;
  return {
    coveredThrough,
    zone: zoneOfWorker(worker),
    language,
    sector,
    heldOut: cycle.heldOut,
    reach: reachOf(worker),
  };
}

function reachOf(worker: Worker): Segment['reach'] {
  const { phone, stopped } = worker;
  if (stopped) return stopped.until ?? 'stopped';
  if (phone === null) return 'no-phone';
  return isDeadNumber(worker) ? 'dead-number' : 'text';
}

export type Arm = 'reminded' | 'held-out' | 'neither';

export const armOf = ({ textable, heldOut }: Pick<Cycle, 'textable' | 'heldOut'>): Arm =>
  heldOut ? 'held-out' : textable ? 'reminded' : 'neither';

/**
 * A decree may move the due date between the 15th and the month's end, so lateness is judged when
 * asked: `early` is by the 15th, `late` after the month, else the day itself.
 */
function lateness({ month, since }: Cycle): string {
  if (since <= `${month}-15`) return 'early';
  return monthOf(since) === month ? dayOf(since) : 'late';
}

const dayOf = (date: CalendarDate): string => date.slice(8, 10);

/** The day on which such a cycle began, or one on the same side of any due date. */
export const beganOn = (month: Month, late: string): CalendarDate =>
  late === 'early' ? firstDay(month) : late === 'late' ? '9999-12-31' : `${month}-${late}`;
