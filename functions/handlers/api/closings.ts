import * as z from 'zod';
import { isMonth } from '#domain/calendar/dates';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';
import type { Settings } from '#domain/settings';
import { type ClosingPorts, closeMonth } from '#flows/closings/close-month';
import { listClosings } from '#flows/closings/list-closings';
import { closingFile, showClosing } from '#flows/closings/show-closing';
import type { PaymentStore } from '#flows/payments/payment-store';
import type { Answered } from '#handlers/answer';
import { monthIn } from '#handlers/query';
import { parsed, type Request } from '#handlers/request';

type Wired = () => Promise<
  Readonly<{ settings: Settings; ports: ClosingPorts & Readonly<{ payments: PaymentStore }> }>
>;

export const closingAnswers = (wired: Wired) => ({
  'POST /api/closings': async ({ text, by, name: byName }: Request): Promise<Answered> => {
    const { month } = parsed(closingSchema, text);
    const { ports, settings } = await wired();
    const { figures, ...closing } = await closeMonth(month, { by, byName }, ports, settings);
    return { body: { closing, closed: figures }, trail: { month } };
  },
  'GET /api/closings': async (): Promise<Answered> => {
    const { ports, settings } = await wired();
    return { body: await listClosings(ports, settings) };
  },
  'GET /api/closings/{month}': async ({ params, query }: Request): Promise<Answered> => {
    const { ports, settings } = await wired();
    const month = monthIn('month', params.month);
    const { next, ...shown } = await showClosing(month, query.cursor || null, ports, settings);
    return { body: { ...shown, ...(next ? { next } : {}) } };
  },
  'GET /api/closings/{month}/csv': async ({ params }: Request): Promise<Answered> => {
    const { ports, settings } = await wired();
    const month = monthIn('month', params.month);
    return { csv: await closingFile(month, ports, settings), file: `closing-${month}.csv` };
  },
});

export const closingSchema = z.strictObject({
  month: z.string().refine(isMonth, { message: message(problem('not-a-month')) }),
});
