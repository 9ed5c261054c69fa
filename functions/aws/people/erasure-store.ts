import type { Database } from '#aws/database';
import { allRows } from '#aws/reading';
import type { ErasureStore } from '#flows/people/finish-erasures';
import { keys } from '#table';

export const erasureStore = (database: Database): ErasureStore => ({
  async unfinished() {
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': keys.unswept('').pk },
    });
    return rows.map(({ sk, at }) => ({ workerId: String(sk), at: String(at) }));
  },
});
