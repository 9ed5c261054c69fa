import type { Instant } from '#domain/calendar/dates';
import type { AwaitedReceipts } from '#domain/silences/receipts-silent';
import type { Metrics } from '#flows/sending/sms-port';

export type ReceiptWatch = {
  /** So many left in a turn that began then. Nothing, where a receipt has come since. */
  textsLeft(texts: number, begun: Instant): Promise<void>;
  /** One of any kind: what left before is no longer awaited. */
  receiptCame(at: Instant): Promise<void>;
  awaited(): Promise<AwaitedReceipts | null>;
};

/** Counts as `metrics` does, and knows how many texts have left. */
export function addingUpTexts(
  metrics: Metrics,
): Readonly<{ metrics: Metrics; texts: () => number }> {
  let texts = 0;
  return {
    texts: () => texts,
    metrics: {
      count(name, value) {
        if (name === 'sent') texts += value;
        metrics.count(name, value);
      },
    },
  };
}

export type Pulse = {
  /** Writes a row that the stream carries to the counting, and that nothing counts. */
  beat(at: Instant): Promise<void>;
};
