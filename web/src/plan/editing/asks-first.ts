import type { BehindView } from '#domain/plan/behind/behind-view';
import type { PlanChange } from '../differences/changes.ts';
import type { PlanField } from '../differences/facets.ts';

/** What changes who is texted and when, what that costs, or what is measured. */
const weighty: readonly PlanField[] = [
  'step',
  'when',
  'at',
  'enabled',
  'toHeldOut',
  'paidEnabled',
  'holdoutPercent',
  'quietHours',
  'quietDays',
  'monthlyBudgetRupiah',
  'addedHolidays',
  'removedHolidays',
  'onlyTo',
];

/** A word in a text is saved at once; whoever touches people, money or measurement is asked. */
export const asksFirst = (changes: readonly PlanChange[], behind: readonly BehindView[]): boolean =>
  behind.length > 0 || changes.some(({ field }) => weighty.includes(field));
