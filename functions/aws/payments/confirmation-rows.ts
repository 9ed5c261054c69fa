import * as z from 'zod';
import type { Row } from '#aws/reading';
import { date, month, reader } from '#aws/rows';
import { zones } from '#domain/calendar/zones';
import type { Confirmation } from '#domain/sending/confirmation';
import { keys } from '#table';

const confirmationSchema = z.object({
  zone: z.enum(zones),
  at: z.string(),
  workerId: z.string(),
  month,
  heldOut: z.boolean(),
  since: date.optional(),
  channel: z.string(),
  reference: z.string(),
}) satisfies z.ZodType<Confirmation>;

export const readConfirmation = reader<Confirmation>(confirmationSchema);

export const confirmationRow = (confirmation: Confirmation): Row => ({
  ...keys.confirmation(confirmation),
  ...confirmation,
});
