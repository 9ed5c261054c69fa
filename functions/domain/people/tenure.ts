import { addMonths, type Month } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';

/** Members are lost early: a third of informal members pay only their first months (BPJS, 2024). */
export const tenures = ['first-3', '4-12', 'later', 'unknown'] as const;
export type Tenure = (typeof tenures)[number];

/** In which month of their membership a month is: the month in which they joined is the first. */
export function tenureIn(
  month: Month,
  { memberSince }: Readonly<Partial<Pick<Worker, 'memberSince'>>>,
): Tenure {
  if (!memberSince) return 'unknown';
  if (month < addMonths(memberSince, 3)) return 'first-3';
  return month < addMonths(memberSince, 12) ? '4-12' : 'later';
}
