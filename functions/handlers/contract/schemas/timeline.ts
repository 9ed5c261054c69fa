import * as z from 'zod';
import { type PaymentRecord, paymentFlags } from '#domain/payments/payment';
import { changeKinds, languages, sectors } from '#domain/people/worker';
import { reminderStatuses } from '#domain/sending/reminder';
import type { TimelineEntry } from '#flows/people/show-worker';
import {
  count,
  each,
  exactly,
  instant,
  month,
  planned,
  runId,
  rupiah,
  workerId,
} from '#handlers/contract/schemas/schema';

export const short = z
  .object({ by: rupiah, credit: rupiah })
  .describe('Of too little: rupiah that lack, and the credit that there is now.');

const paymentFields = {
  ...each(z.string(), 'reference', 'channel'),
  amount: rupiah,
  paidAt: instant,
  months: z.int().nullable(),
  workerId: workerId.nullable().describe('Null once the person was erased.'),
  recordedAt: instant,
  status: z.enum(['recorded', 'unmatched', 'reversed']),
  matched: z
    .object({ at: instant, notified: z.string().describe('A mark of whom the channel named.') })
    .nullable()
    .describe('When it was matched; null where it did not wait for its worker.'),
  reversed: z
    .object({
      ...each(z.string(), 'by', 'reason'),
      at: instant,
      byName: z.string().optional(),
      was: z.enum(['recorded', 'unmatched']),
    })
    .nullable(),
  bought: z.array(month),
  linked: z
    .object({ at: instant, months: z.array(month) })
    .nullable()
    .describe(
      'It is the money of months that the roster of `at` had said were paid: it buys none.',
    ),
  price: rupiah.describe('What the months bought or linked have cost.'),
  coveredBefore: month.nullable(),
  flags: z.array(z.enum(paymentFlags)),
  short: short.optional(),
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
      ...each(z.string(), 'step', 'province'),
      status: z.enum(reminderStatuses),
      ...each(z.string().nullable(), 'reason', 'messageId'),
      runId,
      parts: count,
      priceUsd: z.number(),
      planVersion: z.int(),
      planned,
      arm: z.enum(['reminded', 'held-out']),
      text: z
        .object({ text: z.string(), isAsSent: z.boolean() })
        .nullable()
        .describe(
          'Its words, written again: no text is kept. `isAsSent`: word for word as it left. ' +
            'Null where no text left.',
        ),
      sector: z.enum(sectors),
      language: z.enum(languages),
    }),
    z.object({ kind: z.literal('payment'), at: instant, ...paymentFields }),
    z.object({
      kind: z.literal('change'),
      at: instant,
      by: z.string(),
      byName: z.string().optional(),
      what: z.enum(changeKinds),
      fields: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ]),
).meta({ id: 'TimelineEntry', description: 'Newest first: why this person was (not) texted.' });
