import { type Instant, secondsBetween } from '#domain/calendar/dates';
import type { Delivered, Reminder } from '#domain/sending/reminder';

/**
 * What the carrier says about one text. `sentAt` is when the provider took the text, `at` when the carrier's word came. Parts and price (US$, of the
 * whole text) as billed; null where the record does not say.
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

/**
 * Which of the reminders of a phone's workers the receipt speaks of: the one that bears its id, else the only one without an id that was claimed within two
 * minutes of the text. Null where it is nobody's, or says nothing new.
 */
export function reminderOf(
  receipt: DeliveryReceipt,
  reminders: readonly Reminder[],
): Reminder | null {
  const own = reminders.find(({ messageId }) => messageId === receipt.messageId);
  if (own) return movesOn(own, receipt) ? own : null;
  const [candidate, ...others] = reminders.filter((reminder) => mayBeOf(receipt, reminder));
  return candidate && others.length === 0 ? candidate : null;
}

/** In whatever order receipts come: what was delivered once is delivered. */
const movesOn = ({ status }: Reminder, receipt: DeliveryReceipt): boolean =>
  status === 'sent' || (status === 'undelivered' && receipt.status === 'delivered');

/** A sender who crashed leaves a claim, which the next holder calls unknown only minutes later: the carrier may be faster. */
const mayBeOf = (
  { sentAt }: DeliveryReceipt,
  { status, messageId, claimedAt, at }: Reminder,
): boolean =>
  (status === 'unknown' || status === 'claimed') &&
  messageId === null &&
  Math.abs(secondsBetween(claimedAt ?? at, sentAt)) <= 120;

/** What the reminder becomes. Where the record does not say, parts and price stay as reckoned. */
export const deliveredBy = (
  { messageId, status, reason, parts, priceUsd, at }: DeliveryReceipt,
  reminder: Reminder,
): Delivered => ({
  messageId,
  status,
  reason,
  parts: parts ?? reminder.parts,
  priceUsd: priceUsd ?? reminder.priceUsd,
  at,
});

/** How many permanent failures in a row the number has after this receipt. A busy or switched-off phone says nothing about its number. */
export const failuresAfter = (before: number, { status, permanent }: DeliveryReceipt): number =>
  status === 'delivered' ? 0 : before + (permanent ? 1 : 0);

/** Carriers report within 72 hours, or never: what nobody has said anything about since then is shown as that. */
export const shownAt = <R extends Pick<Reminder, 'status' | 'reason' | 'at'>>(
  reminder: R,
  now: Instant,
): R =>
  reminder.status === 'sent' && secondsBetween(reminder.at, now) > 72 * 3_600
    ? { ...reminder, reason: 'no receipt' }
    : reminder;
