import * as z from 'zod';
import { workerFacts } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import { skipReasons } from '#domain/sending/reminder';
import type { Payer } from '#flows/people/payers';
import {
  count,
  date,
  each,
  exactly,
  instant,
  month,
  planned,
  rupiah,
  workerId,
} from '#handlers/contract/schemas/schema';

export const worker = exactly<WorkerView>()(
  z.object({
    ...workerFacts.shape,
    workerId,
    phone: workerFacts.shape.phone.describe('E.164.'),
    nikLast4: z
      .string()
      .regex(/^\d{4}$/)
      .describe('All that is kept of the NIK.'),
    zone: z.string(),
    income: rupiah.describe('Per month.'),
    jht: z.boolean().describe('Whether old-age savings (JHT) are paid as well.'),
    coveredThrough: month.describe('The last contribution month that is paid.'),
    coverage: z.enum(['active', 'due', 'arrears', 'lapsed', 'ended']),
    ...each(date.nullable(), 'dueOn', 'lapsesOn'),
    owed: z.object({ amount: rupiah, months: z.array(month) }),
    credit: rupiah,
    lastPayment: z
      .object({
        id: z.string(),
        paidAt: instant,
        months: z.array(month),
        amount: rupiah,
        source: z.enum(['channel', 'roster', 'credit']),
      })
      .nullable(),
    phoneFailures: count,
    stopped: z
      .object({ until: date.nullable() })
      .nullable()
      .describe('No texts: before the day `until`, or for good.'),
    heldOut: z.boolean(),
    texting: z
      .object({
        status: z.enum(['texted', 'not-texted']),
        reason: z.enum([...skipReasons, 'ended', 'government-paid', 'paused']).nullable(),
        next: z
          .object({
            ...{ step: z.string(), planned, month, date },
            at: z.string().describe('Local time.'),
            text: z.string().nullable().describe('Null where it can not be sent as it is.'),
          })
          .nullable()
          .describe(
            'The next text, should they not have paid by then: also one that a change of the plan ' +
              'put behind, and none that the budget does not pay.',
          ),
        noNext: z
          .enum(['credit', 'no-step'])
          .nullable()
          .describe('Why nothing is next though they are texted: credit pays, or no step is left.'),
      })
      .describe('Whether texts are sent, why not, and what is next.'),
  }),
).meta({ id: 'Worker', description: 'An insured person.' });

export const payer = exactly<Payer>()(worker.pick({ name: true, credit: true }));
