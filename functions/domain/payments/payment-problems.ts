type Key = { channel: string; reference: string };

export const paymentProblems = {
  'reference-empty': () => 'is empty: the reference tells whether the same payment comes again',
  'channel-none': () => 'is not a channel such as bank or indomaret',
  'amount-none': () => 'is not an amount in whole rupiah, such as 16800 or 16.800',
  'paid-at-none': () => 'is not a time: write one such as 2026-11-11 09:30 or 11/11/2026 09.30',
  'months-none': () => 'is not a number of months from 1 to 12',
  'payer-not-one': () => 'name the payer by nik or by workerId, exactly one of them',
  'payment-busy': () =>
    'The payment could not be recorded: the worker is being changed by others, or their row ' +
    'cannot be read. Import the line again',
  'reference-taken': ({ channel, reference }: Key) =>
    `Payment ${channel} ${reference} was recorded with another worker, amount or months: a ` +
    'new payment needs a new reference',
  'no-such-payment': ({ channel, reference }: Key) =>
    `There is no payment ${reference} of channel ${channel}`,
  'payment-not-unmatched': ({ channel, reference, status }: Key & { status: string }) =>
    `Payment ${channel} ${reference} is ${status}: only an unmatched one can be given to a worker`,
  'payment-changing': ({ channel, reference }: Key) =>
    `Payment ${channel} ${reference} or its worker is being changed by others, or the ` +
    "worker's row cannot be read: try again",
  'too-many-payments': ({ payments, most }: { payments: number; most: number }) =>
    `There are ${payments} payments: a file has at most ${most}. Ask for a shorter span, or ` +
    'for one channel',
  'not-final': ({ month, finalOn }: { month: string; finalOn: string }) =>
    `${month} can be closed from ${finalOn} on: until then payments of it may come in`,
  'nothing-to-close': ({ month }: { month: string }) =>
    `${month} is before the first roster: there is nothing of it to close`,
  'counting-held': () => 'The counters are being built anew: close the month when that has ended',
  'not-closed': ({ month }: { month: string }) => `${month} is not closed`,
} as const;
