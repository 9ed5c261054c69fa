import { busy } from '#domain/refused';

/** What the SDK gave up on after its own attempts: whoever calls may call again in a while. */
const throttles: readonly string[] = [
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  // An answer was lost, and the transaction that came again under its token has not ended yet.
  'TransactionInProgressException',
];

export const busyIfThrottled = (error: Error): Error =>
  throttles.includes(error.name) ? busy() : error;
