import { Worker } from 'node:worker_threads';
import type { RowChange } from '#flows/renewals/count-store';
import type { Item } from '#local/dynamodb/in-memory/attribute-values';

/**
 * Counting beside what is played, as in AWS another function does: a fifth of the work, for which a
 * second core is idle.
 */
export function beginTally() {
  const thread = new Worker(new URL('./tally-thread.ts', import.meta.url), {
    // Counters are few, and what they are counted from is soon garbage.
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
  });
  const counters = new Promise<readonly Item[]>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  // Told to whom asks for the counters.
  counters.catch(() => undefined);
  return {
    count: (changes: readonly RowChange[]): void => thread.postMessage(changes),
    /** Once all is counted that was told of. */
    counters(): Promise<readonly Item[]> {
      thread.postMessage(null);
      return counters;
    },
  };
}
