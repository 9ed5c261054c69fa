import { handlers, pieceQueue } from '#triggers';
import type { Asked } from './asked.ts';
import { warmedWrites } from './limits.ts';
import { measured } from './measured.ts';
import { quotas } from './quotas.ts';

/** What a roster of all workers, none of whom is known yet, can be held up by; each by itself. */
export type ImportPace = Readonly<{ what: string; rowsASecond: number; hours: number }>;

/** Not measured: by how much a vCPU of Lambda is slower than a core of the bench's machine. */
const slower = 2;

/** From so many MB on a function has a whole vCPU (Lambda developer guide, "Memory"). */
const megabytesOfCpu = 1_769;

export function importPaces(asked: Asked): readonly ImportPace[] {
  const { stage, workers } = asked;
  const { writes, cpu } = measured.roster;
  const most = stage.reservedConcurrency['import-piece'] ?? pieceQueue.maxConcurrency;
  const functions = Math.min(most, pieceQueue.maxConcurrency);
  const vcpu = Math.min(1, handlers['import-piece'].memoryMb / megabytesOfCpu);
  const pace = (what: string, rowsASecond: number): ImportPace => ({
    ...{ what, rowsASecond },
    hours: workers / rowsASecond / 3_600,
  });
  return [
    pace(
      `its ${functions} functions, a vCPU each`,
      (functions * vcpu * 1_000) / (slower * cpu.value),
    ),
    pace('the table as it is deployed', warmedWrites(stage) / writes.value),
    pace('the table at the quota of a table', quotas.tableWriteUnits / writes.value),
  ];
}

/** Write units a second with which it would take so many hours. */
export const writesForImport = ({ workers }: Asked, hours: number): number =>
  Math.ceil((workers * measured.roster.writes.value) / (3_600 * hours));
