import * as z from 'zod';
import type { ReceiptsOfChannel } from '#domain/renewals/receipts';
import type { ImportedPayments } from '#flows/payments/import-payments';
import type { Recorded } from '#flows/payments/record-payment';
import type { PaymentOf } from '#flows/people/payers';
import { matchSchema, reverseSchema } from '#handlers/api/payments';
import { noticeSchema } from '#handlers/api/receive-payment';
import { importRupiah } from '#handlers/contract/imports';
import type { Operations } from '#handlers/contract/operation';
import { imported } from '#handlers/contract/refusals';
import { count, each, exactly, pageOf } from '#handlers/contract/schemas/schema';
import { payment } from '#handlers/contract/schemas/timeline';
import { payer } from '#handlers/contract/schemas/worker';

const one = z.object({ payment });

const listed = exactly<PaymentOf>()(
  payment.extend({
    worker: payer.nullable().describe('Who paid, as of now; null where nobody is known.'),
  }),
);

const recorded = exactly<Omit<Recorded, 'known'>>()(
  z.object({ status: z.enum(['recorded', 'already-recorded', 'unmatched']), payment }),
);

const money = z.object(each(count, 'payments', 'rupiah'));

export const receiptsOfChannel = exactly<ReceiptsOfChannel>()(
  money.extend({
    channel: z.string(),
    recorded: money,
    unmatched: money,
    reversed: money.describe('Not among `payments` and `rupiah`.'),
  }),
).meta({
  id: 'Receipts',
  description: 'What came in by a channel and stands: recorded and unmatched together.',
});

type Counts = Omit<ImportedPayments, 'rejected' | 'conflicts' | 'warnings'>;
const counts = exactly<Counts>()(
  z.object({
    accepted: count.describe('recorded + alreadyRecorded + unmatched.'),
    ...each(count, 'recorded', 'alreadyRecorded', 'unmatched'),
    rupiah: importRupiah,
  }),
);

export const payments = {
  'GET /api/payments': {
    operationId: 'listPayments',
    summary:
      'Lists the payments recorded on these days, the latest first, with their totals by channel.',
    parameters: ['day from', 'day to', 'channel', 'reference', 'cursor'],
    answers: { 200: pageOf(listed).extend({ totals: z.array(receiptsOfChannel).optional() }) },
  },
  'GET /api/payments.csv': {
    operationId: 'downloadPayments',
    summary: 'The same as a file, of at most 20,000 payments: else 413, ask for fewer days.',
    parameters: ['day from', 'day to', 'channel', 'reference'],
    answers: { 200: 'csv' },
    refuses: [413],
  },
  'POST /api/payments': {
    operationId: 'recordPayment',
    summary: 'Records a payment: 201 the first time, 200 again, 202 for an unknown person.',
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    body: noticeSchema,
    fields: {
      reference: 'Your name of the payment, unique within `channel`.',
      channel: 'Letters, digits and hyphens, such as `bank`.',
      nik: 'The 16 digits of the payer. Either this or `workerId`.',
      amount: 'Whole rupiah, without a fee.',
      paidAt: 'With its offset from UTC.',
      months: 'Buys at most this many months.',
    },
    answers: { 200: recorded, 201: recorded, 202: recorded },
    refuses: [409],
  },
  'POST /api/payments/import': {
    operationId: 'importPayments',
    summary: 'Imports a file of payments, or a piece of one: at most 1,000 rows and 1 MB.',
    parameters: ['dryRun', 'firstLine'],
    body: 'csv',
    answers: { 200: imported('ImportedPayments', counts) },
  },
  'POST /api/payments/reverse': {
    operationId: 'reversePayment',
    summary: 'Reverses a payment, and with it the months that it bought.',
    body: reverseSchema,
    answers: { 200: one },
    refuses: [404, 409],
  },
  'POST /api/payments/match': {
    operationId: 'matchPayment',
    summary: 'Matches an unmatched payment to its worker.',
    body: matchSchema,
    answers: { 200: one },
    refuses: [404, 409],
  },
} as const satisfies Operations;
