import { Worker } from 'node:worker_threads';
import type { PastAsked } from '#local/demo/past/past';
import type { PaymentLine } from '#local/simulation/play';

type Said = Readonly<{ share: number } | { toCome: readonly PaymentLine[] }>;

/** Plays the past and lays it into this file. Answers the payments that are still to come. */
export const layPast = (
  asked: PastAsked & Readonly<{ file: string }>,
  heard: (share: number) => void,
): Promise<readonly PaymentLine[]> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./past-thread.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: megabytes,
    });
    thread.on('message', (said: Said) =>
      'share' in said ? heard(said.share) : resolve(said.toCome),
    );
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The past ended before its end.')));
  });

/** The rows of 2,000 workers take half of it: with more, the garbage would lie about for longer. */
const megabytes = { maxOldGenerationSizeMb: 260, maxYoungGenerationSizeMb: 24 };
