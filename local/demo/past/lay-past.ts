import { Worker } from 'node:worker_threads';
import type { PastAsked } from '#local/demo/past/past';

/** Plays the past and lays it into this file. `heard` is told how far, 0 to 1. */
export const layPast = (
  asked: PastAsked & Readonly<{ file: string }>,
  heard: (share: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./past-thread.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: megabytes,
    });
    thread.on('message', heard);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The past ended before its end.')),
    );
  });

/**
 * The rows of 2,000 workers take half of it: with more, the garbage would lie about for longer, and
 * with less for the young, it would be looked through more often.
 */
const megabytes = { maxOldGenerationSizeMb: 260, maxYoungGenerationSizeMb: 48 };
