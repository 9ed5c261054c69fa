import { z } from 'zod';
import { cycleKinds } from '#domain/renewals/cohort-outcomes';
import { dimensions } from '#domain/renewals/counts';
import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import { reminderStatuses } from '#domain/sending/reminder';
import type { RenewalsAnswer, members as showMembers } from '#flows/renewals/show-renewals';
import { date, exactly, month, rupiah, share, workerId } from '#handlers/contract/schema';

/** A difference of counters, which are not all written at once: for a moment it may be below 0. */
const whole = z.int();
const arm = z.object({ due: whole, renewed: whole });
const points = {
  points: z.number().nullable().meta({
    description: 'Percentage points, reminded − held out; null until the arms can be compared.',
  }),
  low: z.number().nullable().meta({ description: 'The lower end of the 95 % interval.' }),
  high: z.number().nullable().meta({ description: 'The upper end of the 95 % interval.' }),
};
const reminders = z.object({
  sent: whole.meta({ description: 'All texts that left, delivered or not yet.' }),
  delivered: whole,
  undelivered: whole,
  failed: whole,
  unknown: whole,
  missed: whole,
  skipped: z.record(z.string(), whole).meta({ description: 'By reason.' }),
});
const spending = { reminders, parts: whole, spendRupiah: rupiah };

const cohort = z
  .object({
    month,
    by: z.enum(dimensions).exclude(['total']).nullable(),
    value: z.string().nullable(),
    partial: z.boolean().meta({
      description: 'The month had begun before the first roster came: there are no rates.',
    }),
    dueOn: date,
    finalOn: date,
    final: z.boolean(),
    due: whole.meta({ description: 'onTime + inArrears + recovered + lapsed + open.' }),
    onTime: whole,
    inArrears: whole,
    recovered: whole,
    lapsed: whole,
    open: whole,
    left: whole.meta({ description: 'Died, employed, abroad or erased while unpaid.' }),
    startedLate: whole.meta({ description: 'Begun after the due date: in no rate.' }),
    rates: z.object({ onTime: share, renewal: share, lapse: share, recovery: share }),
    amountDue: rupiah,
    amountReceived: rupiah,
    ...spending,
    effect: z.object({ byDay: z.int(), reminded: arm, heldOut: arm, ...points }),
    costPerRenewal: rupiah.nullable(),
    costPerExtraRenewal: rupiah.nullable(),
    extraContribution: rupiah.nullable(),
    net: rupiah.nullable(),
    curve: z.array(z.tuple([z.int(), whole])).meta({
      description: 'Days after the due date, and how many had renewed by then.',
    }),
    steps: z.array(z.object({ step: z.string(), ...spending })),
  })
  .meta({ id: 'Cohort' });

export const renewals = exactly<RenewalsAnswer>()(
  z.object({
    items: z.array(cohort),
    overall: z.object({ effect: z.object(points) }),
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
    by: z.string().nullable().meta({ description: 'The payment, `roster` or `left`.' }),
    months: z.array(month),
    amount: rupiah,
    received: rupiah,
    texts: z.array(
      z.object({
        step: z.string(),
        status: z.enum(reminderStatuses),
        reason: z.string().nullable(),
        parts: whole,
        priceUsd: z.number(),
      }),
    ),
  }),
);

export const members = exactly<Awaited<ReturnType<typeof showMembers>>>()(
  z.object({
    items: z.array(
      z.object({
        month,
        opening: whole,
        joined: whole,
        rejoined: whole,
        lapsed: whole,
        left: whole,
        closing: whole.meta({ description: 'opening + joined + rejoined − lapsed − left.' }),
        active: whole.meta({ description: 'Covered through this month or a later one.' }),
        collection: z.object({ received: rupiah, expected: rupiah, rate: share }),
      }),
    ),
    ageing: z.array(
      z.object({
        bucket: z.enum(['not-due', '1-30', '31-60', '61-to-lapse']),
        workers: whole,
        amount: rupiah,
      }),
    ),
  }),
);
