import type { Instant, Month } from '#domain/calendar/dates';
import type { Plan } from '#domain/plan/plan';
import type { Confirmation, Decision } from '#domain/sending/confirmation';
import type { Settings } from '#domain/settings';
import type { ConfirmationStore, PaymentStore } from '#flows/payments/payment-store';
import type { SendPorts } from '#flows/sending/send-context';
import type { SliceStore } from '#flows/sending/slice-store';

export type ConfirmPorts = Readonly<{
  confirmations: ConfirmationStore;
  payments: Pick<PaymentStore, 'get'>;
  slices: Pick<SliceStore, 'book'>;
}> &
  Pick<SendPorts, 'reminders' | 'plans' | 'rateLimit' | 'sms' | 'clock' | 'metrics'>;

/** One holder's round over all zones, until `until`. Only the stored rows outlive a crash. */
export type Round = Readonly<{
  ports: ConfirmPorts;
  settings: Settings;
  holder: string;
  until: Instant;
}>;

export type Under = Readonly<{ plan: Plan; month: Month }>;
export type Decided = Readonly<{ confirmation: Confirmation; decision: Decision }>;
