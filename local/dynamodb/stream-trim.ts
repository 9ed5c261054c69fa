import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { tableName } from '#local/environment';
import type { State } from '#local/state';

/** How far the stream was handled in this hour (since 1970, by the emulator's clock). */
const markSchema = z.object({ hour: z.number(), position: z.string() });

/** AWS forgets a stream's records after 24 hours; dynoxide, by itself, never. */
const hoursKept = 24;
/** Records a time: the emulator stands still meanwhile. */
const atOnce = 20_000;

/** Call with each position up to which all was handled. */
export type StreamTrim = (position: string) => void;

/**
 * Takes from dynoxide's file the stream's records that were handled a day ago or longer. They bear
 * the real time, so marks keep how far the stream was handled when, by the emulator's clock.
 */
export function startStreamTrim(state: State, file: string): StreamTrim {
  let marks = z.array(markSchema).parse(JSON.parse(state.read('stream.marks') ?? '[]'));
  const keep = (changed: typeof marks): void => {
    marks = changed;
    state.write('stream.marks', JSON.stringify(marks));
  };
  return (position) => {
    const hour = Math.floor(Date.now() / 3_600_000);
    if (marks.at(-1)?.position !== position)
      keep([...marks.filter((mark) => mark.hour !== hour), { hour, position }]);
    const old = marks.filter((mark) => hour > mark.hour + hoursKept);
    const newest = old.at(-1);
    if (newest && isTrimmed(state, { file, position: newest.position }))
      keep(marks.slice(old.length));
  };
}

type Old = Readonly<{ file: string; position: string }>;

/** Whether all of it is gone. Where another connection is in the way, the next call goes on. */
function isTrimmed(state: State, { file, position }: Old): boolean {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  try {
    const old = oldIn(database, position);
    // Noted first: a crash in between must not leave in free pages what the rows are gone from.
    if (old.someoneErased()) state.write('stream.scrub', 'yes');
    if (!old.remove()) return false;
    if (state.read('stream.scrub') === 'yes') scrub(database);
    state.write('stream.scrub', 'no');
    return true;
  } catch (error) {
    console.error(`The table's stream is not trimmed yet: ${error}`);
    return false;
  } finally {
    database.close();
  }
}

function oldIn(database: DatabaseSync, position: string) {
  const rows = `_stream_records WHERE table_name = '${tableName}'`;
  const upTo = `${rows} AND CAST(sequence_number AS INTEGER) <= CAST(? AS INTEGER)`;
  // dynoxide numbers on from the largest that it finds: the last record stays, without its content.
  const isLast = `id = (SELECT max(id) FROM ${rows})`;
  return {
    /** Rows under a worker's key go or give way to a tombstone, hardly ever for another reason. */
    someoneErased: (): boolean =>
      database
        .prepare(`SELECT 1 FROM ${upTo} AND ${underAWorker} AND ${isGone} LIMIT 1`)
        .get(position) !== undefined,
    /** Whether none remains. */
    remove(): boolean {
      database
        .prepare(
          'UPDATE _stream_records SET old_image = NULL, new_image = NULL WHERE id IN (SELECT ' +
            `id FROM ${upTo} AND ${isLast})`,
        )
        .run(position);
      const { changes } = database
        .prepare(
          `DELETE FROM _stream_records WHERE id IN (SELECT id FROM ${upTo} AND NOT ${isLast} ` +
            `LIMIT ${atOnce})`,
        )
        .run(position);
      return Number(changes) < atOnce;
    },
  };
}

const underAWorker = `json_extract(keys_json, '$.pk.S') LIKE 'WRK#%'`;
const isGone = `(event_name = 'REMOVE' OR json_extract(new_image, '$.erasedAt') IS NOT NULL)`;

/** SQLite leaves what is deleted in free pages and in its log until it is written over. */
function scrub(database: DatabaseSync): void {
  database.exec('VACUUM');
  const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
  if (busy !== 0) throw new Error('another connection is reading');
}
