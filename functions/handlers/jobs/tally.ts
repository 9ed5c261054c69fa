import type { DynamoDBRecord } from 'aws-lambda';
import { tally } from '#flows/renewals/tally';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { changeIn, counts, once } from '#handlers/wiring';

const wired = once(async () => ({ counts: counts(environment('tally')) }));

/** What Lambda hands over of a stream that is read in tumbling windows. The call that closes a window may bring no records. */
type WindowedEvent = Readonly<{ shardId: string; Records?: readonly DynamoDBRecord[] }>;

/** Nothing is handed from call to call, whatever the window: how far the counting has come stands in the table. */
const answer = { state: {} };

export const handler = job(async ({ shardId: shard, Records = [] }: WindowedEvent) => {
  if (!shard)
    throw new Error(
      'The event does not say its shard: the mapping of the stream lacks its tumbling window',
    );
  const changes = Records.map((record) => {
    const { change, unreadable } = changeIn(record);
    // Until somebody sets it right the numbers lack this row. The key holds the worker's id and no more of them.
    if (unreadable) logger.error('row not counted: it cannot be read', { ...unreadable });
    return change;
  });
  if (changes.length === 0) return answer;
  logger.info('changes counted', {
    shard,
    records: changes.length,
    ...(await tally({ shard, changes }, await wired())),
  });
  return answer;
});
