import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import { factRows } from '../../shared/csv/saved-csv.ts';

const facts = [
  'workerId',
  'since',
  'outcome',
  'startedLate',
  'endedOn',
  'by',
  'received',
  'amount',
  'months',
  'arm',
  'texts',
] as const satisfies readonly (keyof ExplainedCycle)[];

/** A row per cycle, with each text and its status. */
export const csvRows = (cycles: readonly ExplainedCycle[]) =>
  factRows(
    facts,
    cycles.map(({ texts, ...cycle }) => ({
      ...cycle,
      texts: texts
        .map(({ step, status, reason }) => [step, status, reason].filter(Boolean).join(' '))
        .join(', '),
    })),
  );
