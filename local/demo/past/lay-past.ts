import { Worker } from 'node:worker_threads';
import type { PastAsked } from '#local/demo/past/past';

/** What is being played, in a thread of its own, whose memory goes with it. */
export type Past = Readonly<{
  /** Once it is played. `heard` is told how far, 0 to 1. */
  layInto(file: string, heard: (share: number) => void): Promise<void>;
}>;

export function beginPast(asked: PastAsked): Past {
  const thread = new Worker(new URL('./past-thread.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: megabytes,
  });
  const laid = new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The past ended before its end.')),
    );
  });
  // Told to whom it is laid for, who may not have asked yet.
  laid.catch(() => undefined);
  return {
    layInto(file, heard) {
      thread.on('message', heard);
      thread.postMessage(file);
      return laid;
    },
  };
}

/**
 * The rows of 2,000 workers take more than half of it: with more, the garbage would lie about for
 * longer, and with less for the young, it would be looked through more often.
 */
const megabytes = { maxOldGenerationSizeMb: 220, maxYoungGenerationSizeMb: 48 };
