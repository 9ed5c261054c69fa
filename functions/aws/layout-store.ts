import { type Database, write } from '#aws/database';
import { getRow } from '#aws/reading';
import type { LayoutStore } from '#flows/plan/plan-store';
import { keys } from '#table';

export const layoutStore = (database: Database): LayoutStore => ({
  async shards(wanted) {
    const written = await write(database, {
      put: { ...keys.layout, shards: wanted },
      if: 'attribute_not_exists(#pk)',
    });
    return written.done ? wanted : Number((await getRow(database, keys.layout))?.shards);
  },
});
