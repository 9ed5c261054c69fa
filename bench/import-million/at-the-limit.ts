import { createHash } from 'node:crypto';
import { attemptsOfAPiece } from '#aws/imports/import-store';
import { paymentStore } from '#aws/payments/payment-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { importWorkers } from '#flows/people/import-workers';
import { csvOf, people } from '#local/made-up';
import { pieceQueue } from '#triggers';
import { settings } from '../../test/builders.ts';
import { plan } from '../../test/plan.ts';
import { allTimersBy, type VirtualTime, virtualTime } from '../frame/virtual-time.ts';
import { partitionLimiter } from '../payment-rate/partition-limiter.ts';
import { shards, stormTable } from '../payment-rate/storm-table.ts';

type Asked = Readonly<{
  pieces: number;
  rowsOfAPiece: number;
  unitsASecond: number;
  attempts?: number;
}>;

/** Until a function gives itself up, as functions/handlers/jobs/import-piece.ts has it. */
const mostSeconds = 100;

/**
 * Pieces of a first roster, as many at once as there are functions, over a table in memory that
 * takes so many write units a second, each of its indexes as many, in made-up time. A piece that
 * fails comes again when its message is visible again, and is given up after the third time.
 */
export async function importAtTheLimit({
  pieces,
  rowsOfAPiece,
  unitsASecond,
  attempts = attemptsOfAPiece,
}: Asked) {
  const table = await stormTable({ instances: pieceQueue.maxConcurrency }, () => undefined);
  await planStore(table.databases[0] ?? never()).save({
    ...{ plan, savedAt: begin, savedBy: 'deployment' },
  });
  const waiting = Array.from({ length: pieces }, (_, piece) => ({ piece, receives: 0 }));
  const counted = { created: 0, failed: 0, givenUp: 0, done: 0 };
  const time = virtualTime(begin);
  const restoreTimers = allTimersBy(time);
  const limiter = partitionLimiter({ unitsASecond, now: time.now, nameOf: tableOrIndex });

  async function work(database: (typeof table.databases)[number]): Promise<void> {
    const ports = {
      workers: workerStore({ ...database, shards, attempts }),
      payments: paymentStore({ ...database, shards }),
      plans: planStore(database),
      identity: { workerIdOf },
      clock: { now: time.iso, sleep: time.sleep },
    };
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { piece } = next;
      const text = csvOf(people(rowsOfAPiece, {}, 1 + piece * rowsOfAPiece));
      const roster = { text, firstLine: undefined, dryRun: false, by: 'admin' };
      const late = time.sleep(mostSeconds * 1_000).then(() => null);
      const end = await Promise.race([importWorkers(roster, ports, settings), late]).catch(
        () => null,
      );
      const receives = next.receives + 1;
      if (end) [counted.created, counted.done] = [counted.created + end.created, counted.done + 1];
      else if (receives < pieceQueue.maxReceives) {
        counted.failed += 1;
        void time
          .sleep(pieceQueue.visibilitySeconds * 1_000)
          .then(() => waiting.push({ piece, receives }));
      } else counted.givenUp += 1;
    }
  }

  try {
    table.live({ sleep: time.sleep, admit: limiter.admit });
    const from = time.now();
    void ticking(time);
    for (const database of table.databases) void work(database);
    await time.run(() => counted.done + counted.givenUp + counted.failed < pieces);
    return { ...counted, seconds: (time.now() - from) / 1_000, refused: limiter.refused() };
  } finally {
    table.live(null);
    restoreTimers();
  }
}

/** Each millisecond what has begun may go on: time moves on only past what waits for time. */
async function ticking({ sleep }: VirtualTime): Promise<never> {
  for (;;) await sleep(1);
}

const begin = '2026-11-10T02:00:00.000Z';

const tableOrIndex = (partition: string): string =>
  /^(due|phone|credit|named) /.exec(partition)?.[1] ?? 'table';

const workerIdOf = (nik: string): string =>
  `wrk_${createHash('sha256').update(nik).digest('hex').slice(0, 20)}`;

function never(): never {
  throw new Error('There are functions');
}
