import * as z from 'zod';
import { cleanText } from '#domain/clean-text';
import { longestReference, parseChannel } from '#domain/payments/payment';
import { readBy } from '#domain/schema-issues';

/** By its channel and reference a payment is recorded, reversed and matched. */
export const paymentKeyFields = {
  channel: readBy(parseChannel).transform(({ channel }) => channel),
  reference: z.string().overwrite(cleanText).min(1).max(longestReference),
} as const;
