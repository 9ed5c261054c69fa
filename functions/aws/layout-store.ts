import { type Database, write } from '#aws/database';
import { getRow } from '#aws/reading';
import type { StageStore } from '#flows/plan/plan-store';
import { keys } from '#table';

export const stageStore = (database: Database): StageStore => ({
  async shards(wanted) {
    const written = await write(database, {
      put: { ...keys.stage, shards: wanted },
      if: 'attribute_not_exists(#pk)',
    });
    return written.done ? wanted : Number((await getRow(database, keys.stage))?.shards);
  },
});
