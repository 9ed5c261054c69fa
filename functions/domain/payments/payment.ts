import type { Instant, Month } from '#domain/calendar/dates';
import { cleanText } from '#domain/clean-text';
import { type Problem, problem } from '#domain/problem';

/** What a channel tells us. `amount` in rupiah; `months` 1–12, null where it names none. */
export type PaymentNotice = Readonly<{
  reference: string;
  channel: string;
  amount: number;
  paidAt: Instant;
  months: number | null;
}>;

/**
 * Why a person should look. `too-little`: less than a month, or than the months it names ·
 * `too-much`: the rest would buy a month too many · `odd-amount`: no sum of prices ·
 * `possible-duplicate`: maybe money of which we know · `too-old`: paid more than 12 months before
 * the month owed · `future`: paid later than now · `overdrawn`: reversed, but its money was used
 * up.
 */
export const paymentFlags = [
  'too-little',
  'too-much',
  'odd-amount',
  'possible-duplicate',
  'too-old',
  'future',
  'ended',
  'government-paid',
  'overdrawn',
] as const;
export type PaymentFlag = (typeof paymentFlags)[number];

export type PaymentRecord = PaymentNotice &
  Readonly<{
    /** Null once the person was erased: the money stays on the books. */
    workerId: string | null;
    recordedAt: Instant;
    status: 'recorded' | 'unmatched' | 'reversed';
    /** Null where it never was unmatched, or still is. */
    matched: Match | null;
    reversed: Reversal | null;
  }> &
  Purchase;

/** What the money paid for. `price` in rupiah, credit included; `flags` are for a person to see. */
export type Purchase = Readonly<{
  bought: readonly Month[];
  /** It is the money of months that this roster had said were paid, and buys no others. */
  linked: Readonly<{ at: Instant; months: readonly Month[] }> | null;
  price: number;
  /** The worker's last paid month before it; null where it bought nothing, and on old rows. */
  coveredBefore: Month | null;
  flags: readonly PaymentFlag[];
  /** Of too little: how many rupiah are lacking, and what is credit now. Absent on old rows. */
  short?: Readonly<{ by: number; credit: number }> | undefined;
}>;

/** `notified`: whom its channel had named, as `payerMark` writes it. */
type Match = Readonly<{ at: Instant; notified: string }>;

type Reversal = Readonly<{
  at: Instant;
  by: string;
  byName?: string | undefined;
  reason: string;
  was: 'recorded' | 'unmatched';
}>;

export const nothingBought: Purchase = {
  bought: [],
  linked: null,
  price: 0,
  coveredBefore: null,
  flags: [],
};

/** In a timeline credit pays as a channel does, Rp0 of new money. No channel is called so. */
export const creditChannel = 'credit';

export const paymentId = ({
  channel,
  reference,
}: Pick<PaymentNotice, 'channel' | 'reference'>): string => `pay_${channel}_${reference}`;

/**
 * In lower case, so that webhook and file meet under one key; must not hold key separators, nor the
 * NIK or phone of the column beside it: channels are named in logs.
 */
export function parseChannel(text: string): Readonly<{ channel: string }> | Problem {
  const channel = cleanText(text).toLowerCase();
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(channel) &&
    !/\d{5}/.test(channel) &&
    channel !== creditChannel
    ? { channel }
    : problem('channel-none');
}

/** In rupiah. A typing slip would otherwise buy a year for a village. */
export const highestPayment = 1_000_000_000;
export const longestReference = 100;
