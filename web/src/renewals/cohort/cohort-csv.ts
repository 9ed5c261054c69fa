import type { ExplainedCycle } from '#flows/renewals/explain-cohort';

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
] as const satisfies readonly (keyof ExplainedCycle)[];

/** A row a cycle: its facts, and each text with what became of it. */
export const csvRows = (cycles: readonly ExplainedCycle[]) => [
  [...facts, 'texts'],
  ...cycles.map((cycle) => [
    ...facts.map((fact) => cellOf(cycle[fact])),
    cycle.texts
      .map(({ step, status, reason }) => [step, status, reason].filter(Boolean).join(' '))
      .join(', '),
  ]),
];

function cellOf(value: ExplainedCycle[(typeof facts)[number]]): string | number | null {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? (value?.join(' ') ?? null) : value;
}
