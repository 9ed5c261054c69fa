/**
 * Texts that one sender has leave in a second on a bad day: with 20 ms a transaction, 60 ms a text
 * and their tails, sixty-four of them reach 1,200 (bench/send-rate.ts).
 */
const partsOfOneSender = 19;

/** What SQS allows a queue's mapping. */
const [fewest, most] = [2, 1_000];

/** As many as the rate keeps busy: who is one too many only waits, and reads workers in vain. */
export const sendersFor = (smsPartsPerSecond: number): number =>
  Math.min(most, Math.max(fewest, Math.ceil(smsPartsPerSecond / partsOfOneSender)));

/**
 * How long a sender keeps a slice. Short turns: a round of a full day's 384 slices (three zones,
 * two steps, 64 shards) lasts some 20 minutes at any rate.
 */
export const turnSecondsFor = (smsPartsPerSecond: number): number =>
  Math.min(60, 3 * sendersFor(smsPartsPerSecond));
