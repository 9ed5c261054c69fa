import { on } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { countStore } from '#aws/renewals/count-store';
import type { RowChange } from '#flows/renewals/count-store';
import { tally } from '#flows/renewals/tally';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { pastSdk } from '#local/dynamodb/in-memory/past-sdk';
import { tableName } from '#local/environment';

/** Counts what it is told of, and answers the counters once it is told of nothing more. */
const port = parentPort as MessagePort;
const { rows, call } = inMemoryDynamoDb();
const counts = countStore({ client: pastSdk(call), tableName });
for await (const [changes] of on(port, 'message') as AsyncIterable<[readonly RowChange[] | null]>) {
  if (changes === null) break;
  await tally({ shard: 'past', changes }, { counts });
}
// How far a stream was counted that is over, nobody asks.
port.postMessage([...rows.all()].filter(({ pk }) => !pk?.S?.startsWith('TALLIED#')));
