/**
 * Visibility is six times the function's time-out, as AWS asks for. The watchdog finds a slice
 * whose message failed three times and lies in the dead-letter queue.
 */
export const sliceQueue = {
  name: 'slices',
  handler: 'send-reminders',
  batchSize: 1,
  visibilitySeconds: 720,
  maxReceives: 3,
} as const;

/**
 * Its readers are counted apart from the senders, so that a country's roster takes none of them.
 * Visibility is six times the function's time-out, as AWS asks for.
 */
export const pieceQueue = {
  name: 'pieces',
  handler: 'import-piece',
  batchSize: 1,
  visibilitySeconds: 720,
  // What is tried so often for nothing is given up. A function that dies says nothing: the one
  // receive more is there to give up what has killed it each time.
  tries: 3,
  maxReceives: 4,
  maxConcurrency: 16,
} as const;

/** For what a function could not handle, or the Scheduler could not start. */
export const deadLetterQueues = [
  'plan-run',
  'send-reminders',
  'split-import',
  'import-piece',
  'spend-credit',
  'record-delivery',
  'tally',
  'apply-plan',
  'watchdog',
  'schedules',
  'upkeep-schedules',
] as const;
export type DeadLetterQueue = (typeof deadLetterQueues)[number];
