export type Sms = {
  /** One attempt. `try-later` and `refused`: no text left. `unknown`: it may have. */
  send(text: { phone: string; text: string }): Promise<Sent>;
};

export type Sent =
  | Readonly<{ status: 'sent'; messageId: string }>
  | Readonly<{ status: 'refused' | 'try-later' | 'unknown'; reason: string }>;

export type SmsRateLimit = {
  /** False where they would go over `perSecond` in this second. */
  take(parts: number, perSecond: number): Promise<boolean>;
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

/**
 * What should have happened and did not. The watchdog measures it each quarter of an hour, as long
 * as it lasts. `confirmations-late` is how many minutes the oldest has waited, the others are 1.
 */
export type Silence = 'due-unsent' | 'payments-silent' | 'receipts-silent' | 'confirmations-late';
