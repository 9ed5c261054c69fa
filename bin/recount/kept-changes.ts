import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gzipSync } from 'node:zlib';
import type { KeptChanges } from '#aws/renewals/change-stream';

/** In a file for each shard, a line a batch: no more than one of them is in memory. */
export function keptChanges(folder: string): KeptChanges {
  const files = new Map<string, string>();
  return {
    async add(batch) {
      const file = files.get(batch.shard) ?? join(folder, `changes-${files.size}.gz`);
      files.set(batch.shard, file);
      await appendFile(file, gzipSync(`${JSON.stringify(batch)}\n`), { mode: 0o600 });
    },
    async *[Symbol.asyncIterator]() {
      for (const file of files.values())
        for await (const line of createInterface({
          input: createReadStream(file).pipe(createGunzip()),
        }))
          yield JSON.parse(line);
    },
  };
}
