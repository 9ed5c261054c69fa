import * as z from 'zod';

/** What differs between stages besides the plan; set in lib/stages.ts and in local/. */
export const settingsSchema = z.object({
  stage: z.string(),
  /** Partitions of `due` per zone and month. Written to the table once; never changed. */
  shards: z.number().int().positive(),
  smsPartsPerSecond: z.number().int().positive(),
  /** A claim is made this long before its text's moment: it takes so long on a bad day. */
  claimLeadMilliseconds: z.number().int().positive(),
  /** A part's. 0.16073: AWS's last for Indonesia (2022); comparators in 2026: 0.35–0.44. */
  priceUsdPerPart: z.number().nonnegative(),
  /** A part that would cost more is not sent: a wrong route can cost ten times. */
  maxPriceUsdPerPart: z.number().positive(),
  rupiahPerUsd: z.number().positive(),
  /** After covered through. PP 50/2025 says "more than 3" months; the exact day is disputed. */
  lapseMonths: z.number().int().positive(),
  /** A lapsed member owes the current month or the last three: official sources disagree. */
  reactivation: z.enum(['resume', 'settle-arrears']),
  /** Whether joint leave (cuti bersama) moves a due date. Unknown; default no. */
  jointLeaveMovesDueDate: z.boolean(),
  /** Registered alphanumeric sender; null: the carrier's default. */
  senderId: z
    .string()
    .regex(/^[A-Za-z0-9]{3,11}$/)
    .nullable(),
  approval: z.boolean(),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;
