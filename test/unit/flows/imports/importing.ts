import type { Import, ImportKind } from '#domain/imports/import';
import { beginImport } from '#flows/imports/begin-import';
import { fileArrived } from '#flows/imports/file-arrived';
import { workImport } from '#flows/imports/work-import';
import type { Gate } from '#local/memory/gate';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { nine, planWith } from '../given.ts';
import { settings } from '../settings.ts';

export const importId = 'imp_0123456789abcdef0123';

/** By somebody else than who tried it. */
export const applied = { importId, by: 'user-2', byName: 'rani' };

/** A world with a plan, in which files can be imported. */
export function aWorld(gate?: Gate): InMemoryPorts {
  const memory = inMemoryPorts({ now: nine, shards: settings.shards, ...(gate ? { gate } : {}) });
  memory.state.plans.push({ plan: planWith(), savedAt: nine, savedBy: 'deployment' });
  return memory;
}

type Sent = Readonly<{ text: string; kind?: ImportKind; dryRun?: boolean; id?: string }>;

/** Somebody uploads this file, and S3 tells of it. */
export async function uploaded(memory: InMemoryPorts, sent: Sent): Promise<void> {
  const { text, kind = 'workers', dryRun = false, id = importId } = sent;
  const bytes = Buffer.byteLength(text);
  const asked = { kind, fileName: 'roster.csv', bytes, dryRun };
  await beginImport(asked, { importId: id, by: 'user-1', byName: 'dewi' }, memory);
  memory.state.files.set(id, { etag: 'tag', text });
  await fileArrived({ importId: id, etag: 'tag', bytes }, memory);
}

/** Works off the queue as Lambda does: what fails comes again, up to so many times. */
export async function workedOff(memory: InMemoryPorts, mostFailures = 1): Promise<void> {
  let failures = 0;
  for (let next = memory.state.queuedPieces[0]; next; next = memory.state.queuedPieces[0]) {
    try {
      await workImport(next, memory, settings);
    } catch (error) {
      if (++failures > mostFailures) throw error;
      continue;
    }
    memory.state.queuedPieces.splice(memory.state.queuedPieces.indexOf(next), 1);
  }
}

export function importIn(memory: InMemoryPorts, id = importId): Import {
  const found = memory.state.imports.get(id);
  if (!found) throw new Error(`There is no import ${id}`);
  return found;
}

/** A file whose rows lie in pieces of their own: blank lines fill each up to a thousand lines. */
export const apart = (header: string, rows: readonly string[]): string =>
  `${header}\n${rows.map((row) => `${row}\n${'\n'.repeat(999)}`).join('')}`;
