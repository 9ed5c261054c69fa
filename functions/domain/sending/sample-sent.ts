import type { Instant } from '#domain/calendar/dates';
import { type DeliveryReceipt, isAbout } from '#domain/sending/delivery';

/** It left or may have. It is no reminder and in no figure, but its text costs money. */
export type SampleSent = Readonly<{
  /** Of the call. */
  id: string;
  at: Instant;
  /** E.164. */
  phone: string;
  /** Null while it is sent, and where nobody knows whether it left. */
  messageId: string | null;
  parts: number;
  priceUsd: number;
}>;

/** Or may be: then a reminder stays `unknown`, rather than say that it arrived. */
export const isOfSample = (
  { messageId, phone, sentAt }: Pick<DeliveryReceipt, 'messageId' | 'phone' | 'sentAt'>,
  samples: readonly SampleSent[],
): boolean =>
  samples.some((sample) =>
    sample.messageId === null
      ? sample.phone === phone && isAbout(sample.at, sentAt)
      : sample.messageId === messageId,
  );
