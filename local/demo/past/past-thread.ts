import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type PastAsked, playPast } from '#local/demo/past/past';
import { beginTally } from '#local/demo/past/tally';
import { layIn } from '#local/dynamodb/dynoxide-file';

/** Plays without waiting for the table, and lays its rows in once it is told where that is. */
const port = parentPort as MessagePort;
const told = once(port, 'message');
const tally = beginTally();
const rows = await playPast(workerData as PastAsked, {
  heard: (share) => port.postMessage(share),
  count: tally.count,
});
const counters = await tally.counters();
const [file] = await told;
layIn(file, [...rows, ...counters]);
