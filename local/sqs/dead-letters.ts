import type { State } from '#local/state';
import { type DeadLetterQueue, deadLetterQueues, type HandlerName } from '#triggers';

export type DeadLetters = ReturnType<typeof keepDeadLetters>;

/**
 * What functions could not handle and the Scheduler could not start, in the state file. The dead
 * letters of the slices' queue stay among its messages.
 */
export function keepDeadLetters({ database }: State) {
  const put = database.prepare('INSERT INTO dead_letters (queue, body, at) VALUES (?, ?, ?)');
  const count = database.prepare('SELECT count(*) AS count FROM dead_letters WHERE queue = ?');
  const bury = (queue: DeadLetterQueue, body: unknown): void =>
    void put.run(queue, JSON.stringify(body), Date.now());
  return {
    bury,
    /** Of a function that has such a queue. */
    buryFor: (handler: HandlerName, event: unknown): void => {
      const queue = deadLetterQueues.find((name) => name === handler);
      if (queue) bury(queue, event);
    },
    count: (queue: DeadLetterQueue): number => Number(count.get(queue)?.count),
  };
}
