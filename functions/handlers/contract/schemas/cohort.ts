import * as z from 'zod';
import { dimensions } from '#domain/renewals/counting/counter';
import {
  date,
  each,
  listOf,
  month,
  planned,
  rupiah,
  share,
} from '#handlers/contract/schemas/schema';

/** A difference of counters, which are not all written at once: for a moment it may be below 0. */
export const whole = z.int();

const arm = z.object({ due: whole, renewed: whole });

const bound = z.number().nullable();

export const points = {
  points: bound.describe('Percentage points, reminded − held out; null while not comparable.'),
  low: bound.describe('The lower end of the 95 % interval.'),
  high: bound.describe('The upper end of the 95 % interval.'),
};

export const perWorker = {
  perWorker: bound.describe('Months per worker, reminded − held out; null until they are known.'),
  low: bound.describe('The lower end of the 95 % interval.'),
  high: bound.describe('The upper end of the 95 % interval.'),
};

const keptBy = z.object({ workers: whole, months: whole.nullable() });

const monthsKept = z.object({
  through: month.describe('The last of the months.'),
  knownOn: date.describe('From the end of this day on none of them can be paid any more.'),
  finalOn: date,
  final: z.boolean(),
  ...{ reminded: keptBy, heldOut: keptBy },
  ...perWorker,
  costPerMonth: rupiah.nullable().describe('Of the texts before day 30, for one more month kept.'),
});

/** Over so many months, the cohort's own being the first. */
export const overMonths = <T extends z.ZodType>(of: T) => z.object({ 3: of, 6: of, 12: of });

const reminders = z.object({
  sent: whole.describe('All texts that left, delivered or not yet.'),
  ...each(whole, 'delivered', 'undelivered', 'failed', 'unknown', 'missed'),
  skipped: z.record(z.string(), whole).describe('By reason.'),
});

const spending = { reminders, parts: whole, spendRupiah: rupiah };

export const cohort = z
  .object({
    month,
    by: z.enum(dimensions).nullable(),
    value: z.string().nullable(),
    partial: z
      .boolean()
      .describe('The month had begun before the first roster, so there are no rates.'),
    ...each(date, 'dueOn', 'finalOn'),
    final: z.boolean(),
    due: whole.describe('onTime + inArrears + recovered + lapsed + open.'),
    ...each(whole, 'onTime', 'inArrears', 'recovered', 'lapsed', 'open'),
    left: whole.describe('Died, employed, abroad or erased while unpaid.'),
    startedLate: whole.describe('Began after the due date: in no rate.'),
    rates: z.object(each(share, 'onTime', 'renewal', 'lapse', 'recovery')),
    ...each(rupiah, 'amountDue', 'amountReceived'),
    ...spending,
    elsewhere: z
      .object(spending)
      .describe('About the same month, to workers who are in `left` or `startedLate`.'),
    effect: z.object({ byDay: z.int(), reminded: arm, heldOut: arm, ...points }),
    effectByLapse: z
      .object({ comparedOn: date, reminded: arm, heldOut: arm, ...points })
      .describe('Of those who renewed before the lapse date: what is earned goes by it.'),
    contribution: rupiah.nullable().describe('What the month costs a reminded worker on average.'),
    ...each(rupiah.nullable(), 'costPerRenewal', 'costPerExtraRenewal', 'extraContribution', 'net'),
    monthsKept: overMonths(monthsKept)
      .nullable()
      .describe('Months paid of the 3, 6 and 12 from this one on; null with `by`.'),
    breakEven: z
      .object({ oneMonth: bound, monthsKept: overMonths(bound) })
      .describe('Percentage points at which the texts pay for themselves.'),
    curve: z
      .array(z.tuple([z.int(), whole]))
      .describe('Days after the due date, and how many had renewed by then.'),
    steps: listOf({
      ...{ step: z.string(), planned, ...spending },
      breakEven: bound.describe('Points that this step alone has to bring.'),
    }).describe(
      'A step that was moved has a line for each day that it had when its texts were sent.',
    ),
  })
  .meta({ id: 'Cohort' });
