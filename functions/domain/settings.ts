import { z } from 'zod';

/** What differs between stages and is not the plan: set in lib/stages.ts for AWS and in local/ for one machine. */
export const settingsSchema = z.object({
  stage: z.string(),
  /** Partitions of the `due` index per zone and month. Written to the table once; never changed. */
  shards: z.number().int().positive(),
  smsPartsPerSecond: z.number().int().positive(),
  /** US$ for one part. 0.16073 is the last official AWS figure for Indonesia (2022); 2026 comparators say 0.35–0.44. */
  priceUsdPerPart: z.number().nonnegative(),
  rupiahPerUsd: z.number().positive(),
  /** Months after the end of covered through at which membership lapses. PP 50/2025 says "more than 3"; the exact day is disputed. */
  lapseMonths: z.number().int().positive(),
  /** What a lapsed member owes: the current month alone, or the last three. Official sources disagree. */
  reactivation: z.enum(['resume', 'settle-arrears']),
  /** Whether a joint-leave day (cuti bersama) moves a due date. Not known; default no. */
  jointLeaveMovesDueDate: z.boolean(),
  /** Registered alphanumeric sender, 3–11 characters; null: the carrier's default. */
  senderId: z
    .string()
    .regex(/^[A-Za-z0-9]{3,11}$/)
    .nullable(),
  /** Whether a change of steps or texts needs a second admin. */
  approval: z.boolean(),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;
