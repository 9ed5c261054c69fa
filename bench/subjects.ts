import type { Subject } from './frame/subject.ts';
import { otherCosts } from './subjects/other-costs.ts';
import { reminderCost } from './subjects/reminder-cost.ts';
import { rowSizes } from './subjects/row-sizes.ts';

export const subjects: Readonly<Record<string, Subject>> = {
  'reminder-cost': reminderCost,
  'other-costs': otherCosts,
  'row-sizes': rowSizes,
};
