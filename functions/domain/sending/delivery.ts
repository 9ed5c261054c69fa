import { type Instant, secondsBetween } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Delivered, Reminder } from '#domain/sending/reminder';

/** `sentAt`: the provider took it. `at`: the receipt came. Parts and price (US$) as billed. */
export type DeliveryReceipt = Readonly<{
  messageId: string;
  phone: string;
  status: 'delivered' | 'undelivered';
  reason: string | null;
  /** The number itself is at fault: the next text would fail as well. */
  permanent: boolean;
  parts: number | null;
  priceUsd: number | null;
  sentAt: Instant;
  at: Instant;
}>;

/** By its id, else the only one without an id, claimed within two minutes of the text. */
export function reminderOf(
  receipt: DeliveryReceipt,
  reminders: readonly Reminder[],
): Reminder | null {
  const own = reminders.find(({ messageId }) => messageId === receipt.messageId);
  if (own) return movesOn(own, receipt) ? own : null;
  const [candidate, ...others] = reminders.filter((reminder) => mayBeOf(receipt, reminder));
  return candidate && others.length === 0 ? candidate : null;
}

/** Receipts come in any order; a delivered text stays delivered. */
const movesOn = ({ status }: Reminder, receipt: DeliveryReceipt): boolean =>
  status === 'sent' || (status === 'undelivered' && receipt.status === 'delivered');

/** A crashed sender leaves a claim; its receipt may come before anybody calls it unknown. */
const mayBeOf = (
  { sentAt }: DeliveryReceipt,
  { status, messageId, claimedAt, at }: Reminder,
): boolean =>
  (status === 'unknown' || status === 'claimed') &&
  messageId === null &&
  isAbout(claimedAt ?? at, sentAt);

/** A text leaves this long after its claim, at most, by the clocks of two machines. */
export const aboutSeconds = 120;

export const isAbout = (claimedAt: Instant, sentAt: Instant): boolean =>
  Math.abs(secondsBetween(claimedAt, sentAt)) <= aboutSeconds;

/** What the reminder says already: told again, perhaps since its number was not judged yet. */
export const saysAlready = (
  { messageId, status }: Pick<DeliveryReceipt, 'messageId' | 'status'>,
  reminders: readonly Reminder[],
): boolean => reminders.some((each) => each.messageId === messageId && each.status === status);

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

type Failures = Pick<Worker, 'phoneFailures' | 'lastFailure'>;

/** Permanent ones in a row: a switched-off phone says nothing. A repeated receipt counts once. */
export function failuresAfter(
  { phoneFailures, lastFailure }: Failures,
  { messageId, status, permanent }: DeliveryReceipt,
): Failures {
  if (status === 'delivered') return { phoneFailures: 0, lastFailure: null };
  const counts = permanent && messageId !== lastFailure;
  return counts
    ? { phoneFailures: phoneFailures + 1, lastFailure: messageId }
    : { phoneFailures, lastFailure };
}

/** Carriers report within 72 hours, or never. */
export const shownAt = <R extends Pick<Reminder, 'status' | 'reason' | 'at'>>(
  reminder: R,
  now: Instant,
): R =>
  reminder.status === 'sent' && secondsBetween(reminder.at, now) > 72 * 3_600
    ? { ...reminder, reason: 'no receipt' }
    : reminder;
