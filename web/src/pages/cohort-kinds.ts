import type { ExplainedCycle } from '#flows/explain-cohort';

/** As the cohort's figures count a row: what started late is in none of the outcomes. */
export const rowKinds = ['onTime', 'inArrears', 'recovered', 'open', 'lapsed', 'left', 'startedLate'] as const;
export type RowKind = (typeof rowKinds)[number];

export const kindOf = ({ startedLate, outcome }: ExplainedCycle): RowKind => (startedLate ? 'startedLate' : outcome);
