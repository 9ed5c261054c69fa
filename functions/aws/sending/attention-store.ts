import { type Database, write } from '#aws/database';
import { latestPage } from '#aws/latest-page';
import type { Row } from '#aws/reading';
import type {
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import { type Key, keys, partitions } from '#table';

const pageSize = 100;

/** What needs a person, the latest first. */
export const attentionStore = (database: Database): AttentionStore => ({
  async list(kind, cursor) {
    const pks = partitions.attention(kind);
    const { rows, next } = await latestPage(database, { pks, cursor, pageSize });
    return { items: rows.map(itemOf), next };
  },

  async resolve(kind, id) {
    const written = await write(database, {
      remove: placeOf(kind, id),
      if: 'attribute_exists(#pk)',
    });
    return written.done;
  },
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
