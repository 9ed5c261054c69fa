import pMap from 'p-map';
import { sourceOf } from '#aws/attention/attention-sources';
import { type Database, type Write, write } from '#aws/database';
import { latestPage } from '#aws/latest-page';
import { someoneThere } from '#aws/people/worker-rows';
import { firstPage, getRow, type Row } from '#aws/reading';
import {
  everything,
  type Filtered,
  filteredFields,
  isAskedFor,
  isFilter,
} from '#domain/attention/attention-filter';
import type { Change } from '#domain/people/worker';
import type {
  AttentionAsked,
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import type { Page } from '#flows/ports';
import { type Key, keys, partitions } from '#table';

const pageSize = 100;
const latestFirst: AttentionAsked = { filter: everything, oldestFirst: false };

/** What needs a person. */
export const attentionStore = (database: Database): AttentionStore => ({
  list: (kind, cursor, asked = latestFirst) => listed(database, { kind, ...asked }, cursor),

  async latest(kind) {
    const pieces = await pMap(
      partitions.attention(kind),
      (pk) =>
        firstPage(database, {
          where: '#pk = :pk',
          values: { ':pk': pk },
          newestFirst: true,
          limit: mostCounted,
          shownFields: filteredFields,
        }),
      { concurrency: 16 },
    );
    return {
      items: pieces.flatMap(({ rows }) => rows as readonly Filtered[]),
      isAll: pieces.every(({ more }) => !more),
    };
  },

  async resolve(kind, id, noted) {
    const place = placeOf(kind, id);
    const removing: Write = { remove: place, if: 'attribute_exists(#pk)' };
    const item = await getRow(database, place);
    if (!item) return false;
    const written = await write(database, removing, ...noting(noted(workerOf(item))));
    if (written.done || written.refused[0]) return written.done;
    // The worker is being erased, and with them what we would note.
    return (await write(database, removing)).done;
  },

  async restore(kind, id, noted) {
    const source = await sourceOf(database, kind, id);
    if (!source) return false;
    const { put, still } = source;
    const putting: Write = { put, if: 'attribute_not_exists(#pk)' };
    const written = await write(database, putting, still, ...noting(noted(workerOf(put))));
    return written.done || written.refused[0] !== null;
  },
});

const workerOf = ({ workerId }: Row): string | null =>
  typeof workerId === 'string' ? workerId : null;

/** In the timeline of a worker who is stored. */
const noting = (change: Change | null): readonly Write[] =>
  change === null
    ? []
    : [
        { check: keys.worker(change.workerId), if: someoneThere },
        { put: { ...keys.change(change.workerId, change.at, change.id), ...change } },
      ];

/** Of a piece. 16 pieces of 1,000 items of 400 bytes are 800 read units; most lists are shorter. */
const mostCounted = 1_000;

/** Between those that were asked for lie others, of which a call reads so many at most. */
async function listed(
  database: Database,
  { kind, filter, oldestFirst }: AttentionAsked & Readonly<{ kind: AttentionKind }>,
  cursor: string | null,
): Promise<Page<AttentionItem>> {
  const found: Row[] = [];
  let after = cursor;
  for (let read = 0; read < mostRead; ) {
    const { rows, next } = await latestPage(database, {
      pks: partitions.attention(kind),
      cursor: after,
      pageSize: isFilter(filter) ? atOnce : pageSize,
      oldestFirst,
    });
    const asked = rows.filter((row) => isAskedFor(row as Filtered, filter));
    const taken = asked.slice(0, pageSize - found.length);
    found.push(...taken);
    if (taken.length < asked.length) return pageOf(found, String(taken.at(-1)?.sk));
    if (next === null || found.length === pageSize) return pageOf(found, next);
    after = next;
    read += rows.length;
  }
  return pageOf(found, after);
}

const atOnce = 1_000;
const mostRead = 4_000;

const pageOf = (rows: readonly Row[], next: string | null): Page<AttentionItem> => ({
  items: rows.map(itemOf),
  next,
});

/** The id is the sort key: when, and of what. */
function placeOf(kind: AttentionKind, id: string): Key {
  const [, at = '', of = ''] = /^([^#]*)#(.*)$/s.exec(id) ?? [];
  return keys.attention(kind, at, of);
}

const itemOf = ({ pk: _, sk: id, expiresAt: __, ...item }: Row): AttentionItem =>
  ({ ...(item.channel ? withoutWorker : {}), ...item, id }) as AttentionItem;

/** An erasure removes `workerId` from payments, since it is a key of the indexes. */
const withoutWorker: Row = { workerId: null };
