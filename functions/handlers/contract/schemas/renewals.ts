import * as z from 'zod';
import { cycleKinds } from '#domain/renewals/cohorts/cohort-outcomes';
import { dimensions } from '#domain/renewals/counting/counts';
import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import { reminderStatuses } from '#domain/sending/reminder';
import type { RenewalsAnswer, members as showMembers } from '#flows/renewals/show-renewals';
import { planned } from '#handlers/contract/planned';
import {
  date,
  each,
  exactly,
  listOf,
  month,
  rupiah,
  share,
  workerId,
} from '#handlers/contract/schemas/schema';

/** A difference of counters, which are not all written at once: for a moment it may be below 0. */
const whole = z.int();
const arm = z.object({ due: whole, renewed: whole });
const bound = z.number().nullable();
const points = {
  points: bound.describe('Percentage points, reminded − held out; null while not comparable.'),
  low: bound.describe('The lower end of the 95 % interval.'),
  high: bound.describe('The upper end of the 95 % interval.'),
};
const perWorker = {
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
const overMonths = <T extends z.ZodType>(of: T) => z.object({ 3: of, 6: of, 12: of });

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

export const renewals = exactly<RenewalsAnswer>()(
  z.object({
    items: z.array(cohort),
    overall: z.object({
      effect: z.object(points),
      monthsKept: overMonths(z.object(perWorker)).nullable(),
    }),
    rupiahPerUsd: z.number(),
  }),
);

export const explainedCycle = exactly<ExplainedCycle>()(
  z.object({
    workerId,
    since: date,
    arm: z.enum(['reminded', 'held-out', 'neither']),
    outcome: z.enum(cycleKinds).exclude(['startedLate']),
    startedLate: z.boolean(),
    endedOn: date.nullable(),
    by: z.string().nullable().describe('The payment, `roster`, `credit` or `left`.'),
    months: z.array(month),
    ...each(rupiah, 'amount', 'received'),
    texts: listOf({
      step: z.string(),
      planned,
      status: z.enum(reminderStatuses),
      reason: z.string().nullable(),
      parts: whole,
      priceUsd: z.number(),
    }),
  }),
);

export const membersOfMonth = z.object({
  month,
  ...each(whole, 'opening', 'joined', 'rejoined', 'lapsed', 'left'),
  closing: whole.describe('opening + joined + rejoined − lapsed − left.'),
  active: whole.describe('Covered through this month or a later one.'),
  collection: z.object({
    received: rupiah.describe('With what a roster says a new worker has paid ahead.'),
    expected: rupiah,
    rate: share,
  }),
});

export const members = exactly<Awaited<ReturnType<typeof showMembers>>>()(
  z.object({
    items: z.array(membersOfMonth),
    ageing: z.array(
      z.object({
        bucket: z.enum(['not-due', '1-30', '31-60', '61-to-lapse']),
        workers: whole,
        amount: rupiah,
      }),
    ),
  }),
);
