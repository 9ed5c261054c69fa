import { z } from 'zod';
import type { PaymentRecord } from '#domain/payments/payment';
import { paymentFlags } from '#domain/payments/payment';
import { languages, sectors, workerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import { reminderStatuses, skipReasons } from '#domain/sending/reminder';
import type { TimelineEntry } from '#flows/people/show-workers';
import {
  count,
  date,
  exactly,
  instant,
  month,
  runId,
  rupiah,
  workerId,
} from '#handlers/contract/schema';

export const worker = exactly<WorkerView>()(
  z.object({
    ...workerFacts.shape,
    workerId,
    phone: z.string().nullable().meta({ description: 'E.164.' }),
    nikLast4: z
      .string()
      .regex(/^\d{4}$/)
      .meta({ description: 'All that is kept of the NIK.' }),
    zone: z.string(),
    income: rupiah.meta({ description: 'Per month.' }),
    jht: z.boolean().meta({ description: 'Whether old-age savings (JHT) are paid as well.' }),
    coveredThrough: month.meta({ description: 'The last contribution month that is paid.' }),
    coverage: z.enum(['active', 'due', 'arrears', 'lapsed', 'ended']),
    dueOn: date.nullable(),
    lapsesOn: date.nullable(),
    owed: z.object({ amount: rupiah, months: z.array(month) }),
    credit: rupiah,
    lastPayment: z
      .object({
        id: z.string(),
        paidAt: instant,
        months: z.array(month),
        amount: rupiah,
        source: z.enum(['channel', 'roster']),
      })
      .nullable(),
    phoneFailures: count,
    stopped: z
      .object({ until: date.nullable() })
      .nullable()
      .meta({ description: 'No texts: before the day `until`, or for good.' }),
    heldOut: z.boolean(),
    texting: z
      .object({
        status: z.enum(['texted', 'not-texted']),
        reason: z.enum([...skipReasons, 'ended', 'government-paid']).nullable(),
        next: z.object({ step: z.string(), month, date }).nullable(),
      })
      .meta({ description: 'Whether texts are sent, why not, and the next step that is due.' }),
  }),
).meta({ id: 'Worker', description: 'An insured person.' });

const paymentFields = {
  reference: z.string(),
  channel: z.string(),
  amount: rupiah,
  paidAt: instant,
  months: z.int().nullable(),
  workerId: workerId.nullable().meta({ description: 'Null once the person was erased.' }),
  recordedAt: instant,
  status: z.enum(['recorded', 'unmatched', 'reversed']),
  reversed: z
    .object({
      at: instant,
      by: z.string(),
      byName: z.string().optional(),
      reason: z.string(),
    })
    .nullable(),
  bought: z.array(month),
  price: rupiah.meta({ description: 'What the months bought have cost.' }),
  coveredBefore: month.nullable(),
  flags: z.array(z.enum(paymentFlags)),
};

export const payment = exactly<PaymentRecord>()(z.object(paymentFields)).meta({
  id: 'Payment',
  description: 'A payment and what it bought. `flags` say why a person should look at it.',
});

export const timelineEntry = exactly<TimelineEntry>()(
  z.union([
    z.object({
      kind: z.literal('reminder'),
      at: instant,
      workerId,
      month,
      step: z.string(),
      status: z.enum(reminderStatuses),
      reason: z.string().nullable(),
      runId,
      messageId: z.string().nullable(),
      parts: count,
      priceUsd: z.number(),
      planVersion: z.int(),
      arm: z.enum(['reminded', 'held-out']),
      province: z.string(),
      sector: z.enum(sectors),
      language: z.enum(languages),
    }),
    z.object({ kind: z.literal('payment'), at: instant, ...paymentFields }),
    z.object({
      kind: z.literal('change'),
      at: instant,
      by: z.string(),
      byName: z.string().optional(),
      what: z.enum(['imported', 'corrected', 'ended', 'stopped', 'resumed', 'covered-by-roster']),
      fields: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ]),
).meta({ id: 'TimelineEntry', description: 'Newest first: why this person was (not) texted.' });
