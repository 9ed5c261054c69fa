import { randomUUID } from 'node:crypto';
import type { State } from '#local/state';

/** Times in ms since 1970 by the emulator's clock. */
export type Message = Readonly<{
  id: number;
  messageId: string;
  body: string;
  sentAt: number;
  receives: number;
}>;
export type ReceiveRules = Readonly<{
  batchSize: number;
  visibilitySeconds: number;
  maxReceives: number;
}>;

/**
 * The messages of a queue, in the state file: `place` is `queue`, `flight` (being delivered) or
 * `dead`.
 */
export function keepMessages({ database }: State, queue: string) {
  const put = database.prepare(
    'INSERT INTO messages (queue, messageId, body, sentAt, visibleAt) VALUES (?, ?, ?, ?, ?)',
  );
  const visible = database.prepare(
    'SELECT id, messageId, body, sentAt, receives FROM messages WHERE queue = ? AND place = ' +
      "'queue' AND visibleAt <= ? ORDER BY visibleAt, id LIMIT ?",
  );
  const next = database.prepare(
    `SELECT min(visibleAt) AS at FROM messages WHERE queue = ? AND place = 'queue'`,
  );
  const receive = database.prepare(
    `UPDATE messages SET place = 'flight', receives = receives + 1, visibleAt = ? WHERE id = ?`,
  );
  const bury = database.prepare(
    `UPDATE messages SET place = 'dead'
     WHERE queue = ? AND place = 'queue' AND visibleAt <= ? AND receives >= ?`,
  );
  const release = database.prepare(`UPDATE messages SET place = 'queue' WHERE id = ?`);
  const remove = database.prepare('DELETE FROM messages WHERE id = ?');
  const dead = database.prepare(
    `SELECT messageId, body FROM messages WHERE queue = ? AND place = 'dead' ORDER BY id`,
  );
  const waiting = database.prepare(
    `SELECT count(*) AS count FROM messages WHERE queue = ? AND place = 'queue' AND visibleAt <= ?`,
  );
  const oldest = database.prepare(
    `SELECT min(sentAt) AS at FROM messages WHERE queue = ? AND place IN ('queue', 'flight')`,
  );
  // Asked at each stop of the clock; undefined once a message has changed.
  let nextAt: number | null | undefined;
  const nextVisible = (): number | null => {
    if (nextAt === undefined) nextAt = (next.get(queue)?.at as number | null | undefined) ?? null;
    return nextAt;
  };

  database
    .prepare(
      `UPDATE messages SET place = 'queue', visibleAt = ? WHERE queue = ? AND place = 'flight'`,
    )
    .run(Date.now(), queue);
  return {
    nextVisible,
    /** How many could be taken now, or at another instant. */
    waiting: (at = Date.now()): number => Number(waiting.get(queue, at)?.count),
    /** When the oldest that is not handled was sent; null where there is none. */
    oldest: (): number | null => (oldest.get(queue)?.at as number | null | undefined) ?? null,
    isVisible: (): boolean => (nextVisible() ?? Number.POSITIVE_INFINITY) <= Date.now(),
    put(body: string, delaySeconds: number): string {
      nextAt = undefined;
      const messageId = randomUUID();
      put.run(queue, messageId, body, Date.now(), Date.now() + delaySeconds * 1000);
      return messageId;
    },
    /**
     * Up to a batch of visible messages, now invisible; those received too often become dead
     * letters.
     */
    take({ batchSize, visibilitySeconds, maxReceives }: ReceiveRules): readonly Message[] {
      nextAt = undefined;
      const now = Date.now();
      bury.run(queue, now, maxReceives);
      const taken = visible.all(queue, now, batchSize) as unknown as readonly Message[];
      for (const { id } of taken) receive.run(now + visibilitySeconds * 1000, id);
      return taken.map((message) => ({ ...message, receives: message.receives + 1 }));
    },
    /** Not handled: visible again when its visibility time-out has passed. */
    release(id: number): void {
      nextAt = undefined;
      release.run(id);
    },
    /** Of one in flight. */
    remove: (id: number) => void remove.run(id),
    dead: () =>
      dead.all(queue) as unknown as readonly Readonly<{ messageId: string; body: string }>[],
  };
}
