import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { Asked } from './asked.ts';

/** Unless a month is chosen, the last one with an estimate. */
export function unlessChosen(asked: Asked, cohorts: readonly Renewals[]): Asked {
  const told = cohorts.findLast(({ net }) => net !== null);
  return asked.isMonthChosen || !told ? asked : { ...asked, month: told.month };
}
