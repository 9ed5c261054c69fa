import * as z from 'zod';
import { addMilliseconds } from '#domain/calendar/dates';
import type { DeliveryReceipt } from '#domain/sending/delivery';

/** `masked`: SNS shows too little of the phone to find whose text it was; no row has its id. */
export type DeliveryRecord =
  | DeliveryReceipt
  | Readonly<{ masked: true }>
  | Readonly<{ wrong: string }>;

/** By the SNS guide, "CloudWatch logs for SMS deliveries". What is wrong quotes nothing of it. */
export function parseDelivery(text: string): DeliveryRecord {
  const { data, error } = recordSchema.safeParse(text);
  if (!data)
    return {
      wrong: error.issues
        .map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`)
        .join('; '),
    };
  const { notification, delivery, status } = data;
  if (!isWhole(delivery.destination)) return { masked: true };
  const arrived = status === 'SUCCESS';
  return {
    messageId: notification.messageId,
    phone: delivery.destination,
    status: arrived ? 'delivered' : 'undelivered',
    reason: arrived ? null : withoutNumbers(delivery.providerResponse),
    permanent:
      !arrived &&
      permanentReasons.some((reason) => delivery.providerResponse.toLowerCase().includes(reason)),
    parts: delivery.numberOfMessageParts ?? null,
    priceUsd: delivery.priceInUSD ?? null,
    sentAt: notification.timestamp,
    at: addMilliseconds(notification.timestamp, Math.round(delivery.dwellTimeMs)),
  };
}

/**
 * Reasons in the SNS guide that speak of the number, not of this moment, text or account. Carriers
 * choose freely among them: hence two in a row, and not "Unknown error attempting to reach phone".
 */
const permanentReasons = [
  'invalid phone number',
  'phone number is opted out',
  'phone has blocked sms',
  'phone is on a blocked list',
  'destination is on a blocked list',
];

/** `2016-06-28 00:40:34.558`: UTC, though it does not say so. */
const timestamp = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?Z?$/,
    'is not a time such as 2026-11-11 02:00:03.123',
  )
  .transform((text, context) => {
    try {
      return addMilliseconds(`${text.replace(' ', 'T').replace('Z', '')}Z`, 0);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a valid time' });
      return z.NEVER;
    }
  });

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const isWhole = (phone: string): boolean => /^\+\d+$/.test(phone);

/** Carrier, network codes and type are not needed, and not always there. */
const recordSchema = json.pipe(
  z.object({
    notification: z.object({ messageId: z.string().min(1), timestamp }),
    delivery: z.object({
      destination: z.string().regex(/^\+[\dX]{5,15}$/, 'is not a phone number'),
      numberOfMessageParts: z.number().int().nonnegative().optional(),
      priceInUSD: z.number().nonnegative().optional(),
      providerResponse: z.string().default('no-reason'),
      dwellTimeMs: z
        .number()
        .min(0)
        .max(365 * 24 * 3_600_000)
        .default(0),
    }),
    status: z.enum(['SUCCESS', 'FAILURE']),
  }),
);

/** A carrier may quote the phone, which must not be shown or stored. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d{6,}/g, '…').slice(0, 200);
