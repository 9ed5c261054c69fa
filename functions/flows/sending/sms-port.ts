import type { Asked } from '#domain/sending/places';

export type Sms = {
  /** One attempt. `try-later` and `refused`: no text left. `unknown`: it may have. */
  send(text: { phone: string; text: string }): Promise<Sent>;
};

export type Sent =
  | Readonly<{ status: 'sent'; messageId: string }>
  | Readonly<{ status: 'refused' | 'try-later' | 'unknown'; reason: string }>;

export type SmsRateLimit = {
  /** The first place given; null where the second has none. The last may lie beyond its end. */
  take(asked: Asked): Promise<number | null>;
};

/** For alarms and dashboards. Dimensions never carry a person. */
export type Metrics = {
  count(
    name:
      | 'due'
      | 'skipped'
      | 'missed'
      | 'unknown'
      | 'failed'
      | 'sent'
      | 'requeued'
      | 'erasures-finished'
      | 'held-back'
      | 'halted'
      | 'budget-80'
      | 'budget-100'
      | 'payments'
      | 'unmatched-payments'
      | 'refused-signatures'
      | 'receipts'
      | 'delivered'
      | 'undelivered'
      | 'masked-receipts'
      | Silence,
    value: number,
  ): void;
};

/** Measured each quarter of an hour. `confirmations-late`: the oldest's minutes; others are 1. */
export type Silence = 'due-unsent' | 'payments-silent' | 'receipts-silent' | 'confirmations-late';
