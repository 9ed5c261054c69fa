import { createHash } from 'node:crypto';
import type { PaymentNotice, PaymentRecord } from '#domain/payments/payment';

/** Tells the same payer again and names nobody: whoever was named may have been erased since. */
export const payerMark = (
  { channel, reference }: Pick<PaymentNotice, 'channel' | 'reference'>,
  workerId: string,
): string =>
  createHash('sha256').update([channel, reference, workerId].join('#')).digest('hex').slice(0, 16);

/**
 * A repeated notice may change the time alone. Its channel may go on naming whom it named before
 * the payment was matched. An erased worker cannot be told from others.
 */
export const sameContent = (
  record: PaymentRecord,
  notice: PaymentNotice,
  workerId: string,
): boolean =>
  ((record.workerId ?? workerId) === workerId ||
    record.matched?.notified === payerMark(record, workerId)) &&
  record.amount === notice.amount &&
  record.months === notice.months;
