import type { Reading } from '#aws/renewals/change-stream';
import { handlers, tableStream } from '#triggers';

/** How long a recount waits for what it cannot see. */
export type Patience = Omit<Reading, 'clock' | 'kept'> &
  Readonly<{ tallyMilliseconds: number; settleMilliseconds: number }>;

/**
 * Lambda ends a count at its time-out; the seconds more are for a write that is under way by then.
 * A stream shows a write after some seconds. An answer covers a stretch of a shard, so many may be
 * empty before its end, and AWS does not say how many: 150 are half a minute at least.
 */
export const inAws: Patience = {
  tallyMilliseconds: (handlers[tableStream.handler].timeoutSeconds + 10) * 1_000,
  settleMilliseconds: 10_000,
  skewMilliseconds: 30_000,
  quietReads: 150,
};

/**
 * Here a count takes a thousand changes at most, and 446 a second were measured (bench/RESULTS.md).
 * Nobody ends one that takes longer: then numbers may be wrong, and the next recount says so.
 */
export const onOneMachine: Patience = {
  tallyMilliseconds: 5_000,
  settleMilliseconds: 200,
  skewMilliseconds: 1_000,
  quietReads: 1,
};
