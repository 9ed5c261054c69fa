import * as z from 'zod';
import { awsJson, type Service } from '#local/http/aws-protocols';
import type { State } from '#local/state';

const asked = z.object({
  logGroupName: z.string(),
  startTime: z.number().default(0),
  endTime: z.number().default(Number.MAX_SAFE_INTEGER),
  nextToken: z.string().default('0'),
});

const page = 10_000;

/** `FilterLogEvents` of SNS's delivery logs, without a pattern: what was logged, page by page. */
export function deliveryLogService(state: State): Service {
  const find = state.database.prepare(
    'SELECT id, at, record FROM delivery_log WHERE logGroup = ? AND at BETWEEN ? AND ? AND ' +
      'at <= ? AND id > ? ORDER BY id LIMIT ?',
  );
  return awsJson('1.1', {
    FilterLogEvents(input) {
      const { logGroupName, startTime, endTime, nextToken } = asked.parse(input);
      const found = find.all(
        logGroupName,
        startTime,
        endTime,
        Date.now(),
        Number(nextToken),
        page,
      ) as unknown as readonly Logged[];
      return {
        events: found.map(({ id, at, record }) => ({
          ...{ eventId: String(id), timestamp: at, message: record, ingestionTime: at },
          logStreamName: 'stage',
        })),
        ...(found.length === page ? { nextToken: String(found.at(-1)?.id) } : {}),
      };
    },
  });
}

type Logged = Readonly<{ id: number; at: number; record: string }>;
