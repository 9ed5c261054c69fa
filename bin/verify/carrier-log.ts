import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type CloudWatchLogsClient,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';

/** `from`, `to`: in ms since 1970. */
type Asked = Readonly<{ groups: readonly string[]; from: number; to: number }>;

/** Writes what SNS logged in a span of time into a file, a record a line. */
export const fetchCarrierLog = (
  client: CloudWatchLogsClient,
  { file, ...asked }: Asked & Readonly<{ file: string }>,
): Promise<void> =>
  pipeline(Readable.from(linesOf(client, asked)), createWriteStream(file, { mode: 0o600 }));

async function* linesOf(client: CloudWatchLogsClient, { groups, from, to }: Asked) {
  for (const logGroupName of groups) {
    const span = { logGroupName, startTime: from, endTime: to };
    for await (const { events = [] } of paginateFilterLogEvents({ client }, span))
      for (const { message = '' } of events) yield `${message.trim()}\n`;
  }
}
