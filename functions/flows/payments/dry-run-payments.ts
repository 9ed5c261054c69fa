import type { PaymentRecord } from '#domain/payments/payment';
import type { PaymentStore } from '#flows/payments/payment-store';

type TrialPayments = Pick<PaymentStore, 'get' | 'ofWorker' | 'record'>;

/** For a dry run: remembers what was recorded, and writes nothing. */
export function onTrial({ get, ofWorker }: Pick<PaymentStore, 'get' | 'ofWorker'>): TrialPayments {
  const told = new Map<string, PaymentRecord>();
  const keyOf = (channel: string, reference: string) => `${channel}#${reference}`;
  return {
    get: async (channel, reference) =>
      told.get(keyOf(channel, reference)) ?? get(channel, reference),
    ofWorker: async (workerId) => [
      ...(await ofWorker(workerId)),
      ...[...told.values()].filter((payment) => payment.workerId === workerId),
    ],
    record: async (payment) => {
      told.set(keyOf(payment.channel, payment.reference), payment);
      return 'recorded';
    },
  };
}
