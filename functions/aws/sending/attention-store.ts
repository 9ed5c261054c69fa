import { type Database, write } from '#aws/database';
import { latestPage, type Row } from '#aws/reading';
import type { AttentionItem, AttentionStore } from '#flows/attention/attention-store';
import { keys } from '#table';

const pageSize = 100;

/** What needs a person, the latest first. */
export const attentionStore = (database: Database): AttentionStore => ({
  async list(kind, cursor) {
    const { pk } = keys.attention(kind, '', '');
    const { rows, next } = await latestPage(database, { pk, cursor, pageSize });
    return { items: rows.map(itemOf), next };
  },

  async resolve(kind, id) {
    const written = await write(database, {
      remove: { pk: keys.attention(kind, '', '').pk, sk: id },
      if: 'attribute_exists(#pk)',
    });
    return written.done;
  },
});

const itemOf = ({ pk: _, sk: id, expiresAt: __, ...item }: Row): AttentionItem =>
  ({ ...withoutWorker, ...item, id }) as AttentionItem;

/** An erasure removes `workerId` from payments, since it is a key of the indexes. */
const withoutWorker: Row = { workerId: null };
