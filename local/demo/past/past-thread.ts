import { parentPort, workerData } from 'node:worker_threads';
import { type PastAsked, playPast } from '#local/demo/past/past';
import { layIn } from '#local/dynamodb/dynoxide-file';

/** In a thread of its own, whose memory goes with it. */
const { file, ...asked } = workerData as PastAsked & Readonly<{ file: string }>;
layIn(file, await playPast(asked, (share) => parentPort?.postMessage(share)));
