import type { PaymentRecord } from '#domain/payments/payment';
import type { AttentionKind } from '#flows/attention/attention-store';
import type { Payer } from '#flows/people/payers';

/** What the lists share: items that need a person hold less than the payment itself. */
export type Shown = Pick<
  PaymentRecord,
  'channel' | 'reference' | 'amount' | 'paidAt' | 'workerId' | 'flags'
> &
  Partial<PaymentRecord> &
  Readonly<{ worker?: Payer | null; kind?: AttentionKind; id?: string }>;

/** Channel and reference identify a payment everywhere. */
export const nameOf = ({ channel, reference }: Pick<Shown, 'channel' | 'reference'>): string =>
  `${channel} ${reference}`;

/** The months bought, or those of a roster whose money it is. */
export const paidFor = ({ bought, linked }: Pick<PaymentRecord, 'bought' | 'linked'>) =>
  linked?.months ?? bought;

export const isReversed = ({ status, flags }: Shown): boolean =>
  status === 'reversed' || flags.includes('overdrawn');
