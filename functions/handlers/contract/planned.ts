import * as z from 'zod';

export const planned = z
  .object({ anchor: z.enum(['due', 'lapse']), offsetDays: z.int() })
  .nullable()
  .describe('Where the step stood in that version of the plan; null for a confirmation.');
