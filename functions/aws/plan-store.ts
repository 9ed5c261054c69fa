import { type Database, write } from '#aws/database';
import { getRow, pages } from '#aws/reading';
import { readPlan } from '#aws/rows';
import type { PlanVersion } from '#domain/plan';
import type { PlanStore } from '#flows/ports';
import { type Key, keys } from '#table';

export const planStore = (database: Database): PlanStore => ({
  current: () => planAt(database, keys.currentPlan),

  version: (version) => planAt(database, keys.planVersion(version)),

  async inForceSince(since) {
    const versions: PlanVersion[] = [];
    const newestFirst = {
      where: '#pk = :pk AND begins_with(#sk, :v)',
      values: { ':pk': keys.currentPlan.pk, ':v': 'V#' },
      newestFirst: true,
      limit: 10,
    };
    for await (const { rows } of pages(database, newestFirst)) {
      for (const version of rows.map(readPlan)) {
        versions.push(version);
        if (version.savedAt <= since) return versions;
      }
    }
    return versions;
  },

  async save(next) {
    const { version } = next.plan;
    const follows = version === 1 ? {} : { if: '#plan.#version = :before', values: { ':before': version - 1 } };
    const written = await write(
      database,
      { put: { ...keys.currentPlan, ...next }, ...follows },
      { put: { ...keys.planVersion(version), ...next }, if: 'attribute_not_exists(#pk)' },
    );
    return written.done;
  },
});

async function planAt(database: Database, key: Key): Promise<PlanVersion | undefined> {
  const row = await getRow(database, key);
  return row && readPlan(row);
}
