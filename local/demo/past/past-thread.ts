import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type PastAsked, playPast } from '#local/demo/past/past';
import { layIn } from '#local/dynamodb/dynoxide-file';

/** Plays without waiting for the table, and lays its rows in once it is told where that is. */
const port = parentPort as MessagePort;
const told = once(port, 'message');
const rows = await playPast(workerData as PastAsked, (share) => port.postMessage(share));
const [file] = await told;
layIn(file, rows);
