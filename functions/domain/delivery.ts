import { z } from 'zod';
import { addMilliseconds, type Instant, secondsBetween } from '#domain/dates';
import type { Delivered, Reminder } from '#domain/reminder';

/**
 * What the carrier says about one text, as SNS writes it to its delivery log (SNS developer guide, "CloudWatch logs for SMS deliveries"). `sentAt` is when SNS
 * took the text, `at` when the carrier's word came. Parts and price (US$, of the whole text) as billed; null where the record does not say.
 */
export type DeliveryReceipt = Readonly<{
  messageId: string;
  phone: string;
  status: 'delivered' | 'undelivered';
  /** The carrier's words where it was not delivered. */
  reason: string | null;
  /** The number itself is at fault: the next text would fail as well. */
  permanent: boolean;
  parts: number | null;
  priceUsd: number | null;
  sentAt: Instant;
  at: Instant;
}>;

/** A receipt, or what is wrong with the record, in words that quote nothing of it. */
export function parseDelivery(text: string): DeliveryReceipt | Readonly<{ wrong: string }> {
  const { data, error } = recordSchema.safeParse(text);
  if (!data) return { wrong: error.issues.map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`).join('; ') };
  const { notification, delivery, status } = data;
  const arrived = status === 'SUCCESS';
  return {
    messageId: notification.messageId,
    phone: delivery.destination,
    status: arrived ? 'delivered' : 'undelivered',
    reason: arrived ? null : withoutNumbers(delivery.providerResponse),
    permanent: !arrived && permanentReasons.some((reason) => delivery.providerResponse.toLowerCase().includes(reason)),
    parts: delivery.numberOfMessageParts ?? null,
    priceUsd: delivery.priceInUSD ?? null,
    sentAt: notification.timestamp,
    at: addMilliseconds(notification.timestamp, Math.round(delivery.dwellTimeMs)),
  };
}

/**
 * Of the reasons that the SNS developer guide lists, those that speak of the number and not of this moment, this text or our account. Carriers choose
 * among them rather freely, and nothing is published about Indonesia's: hence two in a row, and never "Unknown error attempting to reach phone".
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
  .regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?Z?$/, 'is not a time such as 2026-11-11 02:00:03.123')
  .transform((text, context) => {
    try {
      return addMilliseconds(`${text.replace(' ', 'T').replace('Z', '')}Z`, 0);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a time that there is' });
      return z.NEVER;
    }
  });

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
});

/** Carrier, network codes and type are not needed, and not always there. */
const recordSchema = json.pipe(
  z.object({
    notification: z.object({ messageId: z.string().min(1), timestamp }),
    delivery: z.object({
      destination: z.string().regex(/^\+\d{5,15}$/, 'is not a phone number'),
      numberOfMessageParts: z.number().int().nonnegative().optional(),
      priceInUSD: z.number().nonnegative().optional(),
      providerResponse: z.string().default('the carrier gave no reason'),
      dwellTimeMs: z
        .number()
        .min(0)
        .max(365 * 24 * 3_600_000)
        .default(0),
    }),
    status: z.enum(['SUCCESS', 'FAILURE']),
  }),
);

/** A carrier may quote the phone; it does not belong where the reason is shown. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d{6,}/g, '…').slice(0, 200);

/**
 * Which of the reminders of a phone's workers the receipt speaks of: the one that bears its id, else the only one without an id that was claimed within two
 * minutes of the text. Null where it is nobody's, or says nothing new.
 */
export function reminderOf(receipt: DeliveryReceipt, reminders: readonly Reminder[]): Reminder | null {
  const own = reminders.find(({ messageId }) => messageId === receipt.messageId);
  if (own) return movesOn(own, receipt) ? own : null;
  const [candidate, ...others] = reminders.filter((reminder) => mayBeOf(receipt, reminder));
  return candidate && others.length === 0 ? candidate : null;
}

/** In whatever order receipts come: what was delivered once is delivered. */
const movesOn = ({ status }: Reminder, receipt: DeliveryReceipt): boolean =>
  status === 'sent' || (status === 'undelivered' && receipt.status === 'delivered');

/** A sender who crashed leaves a claim, which the next holder calls unknown only minutes later: the carrier may be faster. */
const mayBeOf = ({ sentAt }: DeliveryReceipt, { status, messageId, claimedAt, at }: Reminder): boolean =>
  (status === 'unknown' || status === 'claimed') && messageId === null && Math.abs(secondsBetween(claimedAt ?? at, sentAt)) <= 120;

/** What the reminder becomes. Where the record does not say, parts and price stay as reckoned. */
export const deliveredBy = ({ messageId, status, reason, parts, priceUsd, at }: DeliveryReceipt, reminder: Reminder): Delivered => ({
  messageId,
  status,
  reason,
  parts: parts ?? reminder.parts,
  priceUsd: priceUsd ?? reminder.priceUsd,
  at,
});

/** A number that failed so often in a row is not tried again until it is corrected. */
export const deadAfter = 2;

/** How many permanent failures in a row the number has after this receipt. A busy or switched-off phone says nothing about its number. */
export const failuresAfter = (before: number, { status, permanent }: DeliveryReceipt): number =>
  status === 'delivered' ? 0 : before + (permanent ? 1 : 0);

/** Carriers report within 72 hours, or never: what nobody has said anything about since then is shown as that. */
export const shownAt = <R extends Pick<Reminder, 'status' | 'reason' | 'at'>>(reminder: R, now: Instant): R =>
  reminder.status === 'sent' && secondsBetween(reminder.at, now) > 72 * 3_600 ? { ...reminder, reason: 'no receipt' } : reminder;
