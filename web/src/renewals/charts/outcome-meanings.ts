import type { Outcome } from '../texts.ts';
import type { Meaning } from './colors.ts';

/** In stacking order, the best first. */
export const outcomeMeanings = {
  onTime: 'good',
  inArrears: 'late',
  recovered: 'odd',
  open: 'open',
  lapsed: 'bad',
} as const satisfies Record<Outcome, Meaning>;
export const stackedOutcomes = Object.keys(outcomeMeanings) as Outcome[];
