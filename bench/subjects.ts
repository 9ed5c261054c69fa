import type { Subject } from './frame/subject.ts';
import { api } from './subjects/api.ts';
import { confirmations } from './subjects/confirmations.ts';
import { counting } from './subjects/counting.ts';
import { exports } from './subjects/exports.ts';
import { growth } from './subjects/growth.ts';
import { importing } from './subjects/import.ts';
import { otherCosts } from './subjects/other-costs.ts';
import { payments } from './subjects/payments.ts';
import { reminderCost } from './subjects/reminder-cost.ts';
import { rowSizes } from './subjects/row-sizes.ts';
import { sendRate } from './subjects/send-rate.ts';
import { start } from './subjects/start.ts';
import { textWrites } from './subjects/text-writes.ts';

export const subjects: Readonly<Record<string, Subject>> = {
  'reminder-cost': reminderCost,
  'text-writes': textWrites,
  'other-costs': otherCosts,
  'row-sizes': rowSizes,
  confirmations,
  growth,
  payments,
  counting,
  api,
  exports,
  import: importing,
  start,
  'send-rate': sendRate,
};
