import pMap from 'p-map';
import * as z from 'zod';
import type { Database, Write } from '#aws/database';
import { allRows } from '#aws/reading';
import { reader } from '#aws/rows';
import { zones } from '#domain/calendar/zones';
import type { Relocation } from '#domain/people/worker';
import type { RelocationStore } from '#flows/people/worker-store';
import { keys, partitions } from '#table';

export const relocationStore = (database: Database): RelocationStore => ({
  async since(zone, from) {
    const rows = await pMap(partitions.relocated(zone), (pk) =>
      allRows(database, {
        where: '#pk = :pk AND #sk >= :from',
        values: { ':pk': pk, ':from': from },
      }),
    );
    return rows
      .flat()
      .flatMap((row) => readRelocation(row) ?? [])
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  },
});

/** No day stays open for longer than the seven days of the longest catch-up and itself. */
export const relocationPut = (relocation: Relocation): Write => ({
  put: {
    ...keys.relocation(relocation),
    ...relocation,
    expiresAt: Math.floor(Date.parse(relocation.at) / 1_000) + 10 * 24 * 3_600,
  },
});

const readRelocation = reader<Relocation>(
  z.object({ workerId: z.string(), zone: z.enum(zones), at: z.string() }),
);
