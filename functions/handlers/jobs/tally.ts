import type { DynamoDBRecord } from 'aws-lambda';
import { tally } from '#flows/renewals/tally';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { changeIn, counts, once } from '#handlers/wiring';

const wired = once(async () => portsOf(environment('tally'), { counts }));

/** An event of a tumbling window; the last of a window may bring no records. */
type WindowedEvent = Readonly<{ shardId: string; Records?: readonly DynamoDBRecord[] }>;

/** The table keeps how far the counting has come, so calls hand each other no state. */
const answer = { state: {} };

export const handler = job(async ({ shardId: shard, Records = [] }: WindowedEvent) => {
  if (!shard)
    throw new Error(
      'The event does not say its shard: the mapping of the stream lacks its tumbling window',
    );
  const changes = Records.map((record) => {
    const { change, unreadable } = changeIn(record);
    // The figures lack this row until a recount. Its key names the worker by id alone.
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
