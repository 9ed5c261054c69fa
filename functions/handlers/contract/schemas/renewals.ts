import * as z from 'zod';
import { cycleKinds } from '#domain/renewals/cohorts/cohort-outcomes';
import { reminderStatuses } from '#domain/sending/reminder';
import type { ListedCycle } from '#flows/renewals/explain-cohort';
import type { MembersAnswer, RenewalsAnswer } from '#flows/renewals/show-renewals';
import { cohort, overMonths, perWorker, points, whole } from '#handlers/contract/schemas/cohort';
import {
  date,
  each,
  exactly,
  listOf,
  month,
  planned,
  rupiah,
  share,
  workerId,
} from '#handlers/contract/schemas/schema';

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

export const listedCycle = exactly<ListedCycle>()(
  z.object({
    workerId,
    worker: z.object({ name: z.string() }).nullable().describe('As of now.'),
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

export const members = exactly<MembersAnswer>()(
  z.object({
    items: z.array(membersOfMonth),
    owing: z
      .array(z.object({ month, workers: whole, amount: rupiah }))
      .describe('Members by their first unpaid month, with all that they owe.'),
    ageing: z
      .array(
        z.object({
          bucket: z.enum(['not-due', '1-30', '31-60', '61-to-lapse']),
          workers: whole,
          amount: rupiah,
        }),
      )
      .describe('The same by days since the due date of the first unpaid month.'),
  }),
);
