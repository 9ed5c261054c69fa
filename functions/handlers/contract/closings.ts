import * as z from 'zod';
import type { Closing, ClosingEvent, MonthFigures, Restated } from '#domain/renewals/closing';
import type { ListedClosings } from '#flows/closings/list-closings';
import { closingSchema } from '#handlers/api/closings';
import type { Operations } from '#handlers/contract/operation';
import { receiptsOfChannel } from '#handlers/contract/payments';
import { cohort } from '#handlers/contract/schemas/cohort';
import { membersOfMonth } from '#handlers/contract/schemas/renewals';
import { date, each, exactly, instant, month, rupiah } from '#handlers/contract/schemas/schema';

const closing = exactly<Omit<Closing, 'figures'>>()(
  z.object({
    month,
    finalOn: date,
    through: date.describe('What was booked up to the end of this day is in the receipts.'),
    closedAt: instant,
    ...each(z.string(), 'by', 'byName'),
  }),
).meta({ id: 'Closing', description: 'Who closed a month, and when.' });

const figures = exactly<MonthFigures>()(
  z.object({ renewals: cohort, members: membersOfMonth, receipts: z.array(receiptsOfChannel) }),
).meta({
  id: 'MonthFigures',
  description: 'Renewals and members as of `finalOn`; receipts by `paidAt` in the month.',
});

const number = z.number().nullable();

const restated = exactly<Restated>()(
  z.object({ figure: z.string(), ...each(number, 'closed', 'now', 'difference') }),
);

const event = exactly<ClosingEvent>()(
  z.object({
    at: instant,
    act: z.enum(['recorded', 'matched', 'reversed']),
    ...each(z.string(), 'channel', 'reference'),
    amount: rupiah,
    paidAt: instant,
    months: z.array(month),
    receipts: z
      .object({ payments: z.int(), rupiah })
      .describe('What it adds to the receipts of the month: closed and all of these are now.'),
  }),
);

const listed = exactly<ListedClosings>()(
  z.object({
    items: z.array(closing.extend({ receipts: z.array(receiptsOfChannel) })),
    open: z
      .array(z.object({ month, finalOn: date.describe('It can be closed from this day on.') }))
      .describe('From the month of the first roster to the current one, the earliest first.'),
  }),
);

export const closings = {
  'POST /api/closings': {
    operationId: 'closeMonth',
    summary: 'Closes a month, once, from the day on which its cohort is final.',
    body: closingSchema,
    fields: { month: 'Whose cohort is final: 409 before `finalOn`.' },
    answers: { 200: z.object({ closing, closed: figures }) },
    refuses: [409],
  },
  'GET /api/closings': {
    operationId: 'listClosings',
    summary: 'Lists what was closed, the latest month first, and the months that are open.',
    answers: { 200: listed },
  },
  'GET /api/closings/{month}': {
    operationId: 'showClosing',
    summary: 'Shows what was frozen, what it is now, and every booking since that changes it.',
    parameters: ['cursor'],
    answers: {
      200: z.object({
        closing,
        ...each(figures, 'closed', 'now'),
        figures: z.array(restated),
        events: z.array(event),
        next: z.string().optional(),
      }),
    },
    refuses: [404],
  },
  'GET /api/closings/{month}/csv': {
    operationId: 'downloadClosing',
    summary:
      'The same as a file: every figure closed and now, and every event; 413 where too many.',
    answers: { 200: 'csv' },
    refuses: [404, 413],
  },
} as const satisfies Operations;
