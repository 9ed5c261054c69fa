import * as z from 'zod';
import type { Arm, What } from '#domain/renewals/counting/counter-name';
import { reminderStatuses } from '#domain/sending/reminder';

const arms = ['reminded', 'held-out', 'neither'] as const satisfies readonly Arm[];

const day = z.iso.date();

const whole = z.int().default(0);

/** Held out at the draw, in percent, as the counter's name has it; null for old rows. */
const share = z.string().nullable().default(null);

const cycles = {
  day,
  beganOn: day,
  arm: z.enum(arms),
  share,
  n: whole,
  amount: whole,
  full: whole,
  jht: whole,
};

const text = z.strictObject({
  day,
  arm: z.enum(arms),
  step: z.string().min(1),
  planVersion: z.coerce.number().int().positive(),
  status: z.enum(reminderStatuses).exclude(['claimed']),
  reason: z.string().nullable().default(null),
  n: whole,
  parts: whole,
  microUsd: whole,
});

type Outcome = Readonly<{ status: string; reason: string | null }>;

const onlySkippedHaveOne = ({ status, reason }: Outcome): boolean =>
  (status === 'skipped') === (reason !== null);

/** Parts of a name, and measures, in rupiah but for `n`, `parts` and `microUsd`. No zeroes. */
export const shapes = {
  begun: z.strictObject({ ...cycles, origin: z.enum(['joined', 'returned', 'renewed']) }),
  paid: z.strictObject({ ...cycles, received: whole }),
  left: z.strictObject({ ...cycles, received: whole }),
  text: text.refine(onlySkippedHaveOne),
  'late-text': text.extend({ beganOn: day }).refine(onlySkippedHaveOne),
  'left-text': text.extend({ beganOn: day }).refine(onlySkippedHaveOne),
  collected: z.strictObject({ day, rupiah: whole }),
  kept: z.strictObject({
    ...{ day, beganOn: day, arm: z.enum(['reminded', 'held-out']), share },
    ...{ months3: whole, months6: whole, months12: whole },
    ...{ squares3: whole, squares6: whole, squares12: whole },
  }),
} satisfies Record<What, z.ZodType>;

/** `full` and `jht`, a month's price before discount and the JHT in it, exist by sector only. */
export type Beginning = z.infer<typeof shapes.begun>;

/** Cycles that ended on `day`. `received` was paid for the cohort's own month. */
export type Ending = z.infer<typeof shapes.paid>;

export type Texts = z.infer<typeof shapes.text>;

/** Paid months of a year from the cohort's on; `day` is the last of the month of payment. */
export type KeptMonths = z.infer<typeof shapes.kept>;

/** `text` of all texts about the month; `late-text` and `left-text` of some, once more. */
export type CohortCounts = { readonly [W in What]: readonly z.infer<(typeof shapes)[W]>[] };
