import middy from '@middy/core';
import { observed } from '#handlers/log';
import { publishCounts } from '#handlers/measure';

/** A handler for schedules, queues, logs and streams. Lambda repeats and reports an error. */
export const job = <Event = unknown, Result = void>(work: (event: Event) => Promise<Result>) =>
  middy<Event, Result>()
    .use(observed)
    .use(publishCounts)
    .handler((event) => work(event));
