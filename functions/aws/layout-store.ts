import * as z from 'zod';
import { type Database, write } from '#aws/database';
import { getRow } from '#aws/reading';
import type { LayoutStore } from '#flows/hold-layout';
import { keys } from '#table';

export const layoutStore = (database: Database): LayoutStore => ({
  async hold(wanted) {
    const stored = layoutSchema.safeParse(await getRow(database, keys.layout));
    if (stored.success) return stored.data;
    await write(database, {
      update: keys.layout,
      to:
        'SET #shards = if_not_exists(#shards, :shards), #nikSecret = if_not_exists(#nikSecret, ' +
        ':nikSecret)',
      values: { ':shards': wanted.shards, ':nikSecret': wanted.nikSecret },
    });
    return layoutSchema.parse(await getRow(database, keys.layout));
  },
});

const layoutSchema = z.object({ shards: z.number(), nikSecret: z.string() });
