import middy from '@middy/core';
import { publishCounts } from '#handlers/measure';
import { observed } from '#handlers/observe';

/** A handler of what no caller waits for: schedules, queues, logs and streams. What it throws is Lambda's to repeat and to report. */
export const job = <Event = unknown, Result = void>(work: (event: Event) => Promise<Result>) =>
  middy<Event, Result>()
    .use(observed)
    .use(publishCounts)
    .handler((event) => work(event));
