import { setTimeout as sleep } from 'node:timers/promises';
import { mostRecords, type StreamReader, type StreamShard } from '#aws/renewals/stream-reader';
import { handingOn, type StreamMapping } from '#local/dynamodb/stream-mapping';
import type { StreamTrim } from '#local/dynamodb/stream-trim';
import type { Faults } from '#local/faults';
import type { HandlerLog } from '#local/handler-log';
import type { State } from '#local/state';
import { tableStream } from '#triggers';

export type TableStream = ReturnType<typeof startTableStream>;
type Options = StreamMapping &
  Readonly<{
    reader: StreamReader;
    state: State;
    log: Pick<HandlerLog, 'failed'>;
    faults: Pick<Faults, 'isOff' | 'isBroken'>;
    /** Is given all that was written, also past the relay. */
    saw?: ((records: readonly unknown[]) => void) | undefined;
    /** For a database that keeps its stream for good, with all of it in one shard. */
    trim?: StreamTrim | undefined;
    /** What is then written is counted when `caughtUp` is called: in few batches. */
    isHeld?: () => boolean;
  }>;

/**
 * Hands the table's stream to its handler as Lambda's mapping does: shard by shard, parents before
 * their children, in order, filtered, in batches. A batch that fails comes again, and nothing
 * behind it before it. The position is kept once a batch was handled: a crash repeats it and loses
 * none.
 */
export function startTableStream(options: Options) {
  const { reader, state, log, faults, trim, saw, isHeld = () => false } = options;
  const handOn = handingOn(options);
  const stopping = new AbortController();
  const { signal } = stopping;
  let shards: readonly StreamShard[] = [];
  let passes = Promise.resolve();
  let isPassing = false;

  const readOn = async (shard: StreamShard): Promise<void> => {
    while (!signal.aborted) {
      const records = await reader.next(shard, state.read(placeOf(shard)), most);
      saw?.(records);
      const wanted = records.filter(({ dynamodb }) =>
        tableStream.keysFrom.some((start) => dynamodb?.Keys?.pk?.S?.startsWith(start)),
      );
      if (wanted.length > 0) await handOn(shard, wanted);
      // The emulator stopped meanwhile without waiting: the batch is as after a crash.
      if (!state.database.isOpen) return;
      const last = records.at(-1)?.dynamodb?.SequenceNumber;
      if (last) state.write(placeOf(shard), last);
      if (trim) trimmed(shard, trim);
      if (!last || shard.over) return;
    }
  };

  const trimmed = (shard: StreamShard, trim: StreamTrim): void => {
    const position = state.read(placeOf(shard));
    if (position && shards.length === 1) trim(position);
  };

  const readAll = async (): Promise<void> => {
    while (!signal.aborted) {
      const open = openIn(shards);
      for (const shard of open) await readOn(shard);
      if (open.length > 0 && !open.some(({ over }) => over)) return;
      // New shards begin only where one is over.
      shards = await reader.shards(shards);
      if (openIn(shards).length === 0) return;
    }
  };

  const isOff = (): boolean => signal.aborted || faults.isOff(tableStream.handler);

  /**
   * Until all that was written by now is counted, however often that fails; a fault that was asked
   * for is not waited out.
   */
  const pass = async (): Promise<void> => {
    isPassing = true;
    for (let failures = 0; !isOff(); failures++) {
      const error = await readAll().then(
        () => null,
        (reason) => reason ?? 'unknown',
      );
      if (error === null) break;
      if (failures === mostUnsaid && !signal.aborted) log.failed(tableStream.handler, error);
      // What was read and not handled is read again, from the last handled batch on.
      shards = [];
      if (faults.isBroken(tableStream.handler)) break;
      await sleep(Math.min(50 * 2 ** failures, 5_000), undefined, { signal }).catch(
        () => undefined,
      );
    }
    isPassing = false;
  };
  const caughtUp = (): Promise<void> => {
    passes = passes.then(pass);
    return passes;
  };

  const poll = setInterval(() => {
    if (!isPassing && !isHeld()) void caughtUp();
  }, 500);
  return {
    /** Resolves when all that was written before the call is counted, or the emulator stops. */
    caughtUp,
    stop(): void {
      clearInterval(poll);
      stopping.abort();
      reader.stop();
    },
  };
}

/** A failing handler logs for itself. An unreadable stream is logged once, after some seconds. */
const mostUnsaid = 7;

const most = Math.min(mostRecords, tableStream.batchSize);

const placeOf = ({ arn, id }: StreamShard): string => `stream ${arn} ${id}`;

const openIn = (shards: readonly StreamShard[]): readonly StreamShard[] =>
  shards.filter(
    ({ over, parent }) => !over && !shards.some((other) => other.id === parent && !other.over),
  );
