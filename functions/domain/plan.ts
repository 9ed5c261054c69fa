import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 09:00');
const calendarDate = z.iso.date();
const texts = z.partialRecord(z.enum(['id', 'jv', 'su', 'en']), z.string().min(1));

const quietDayKinds = ['sunday', 'national-holiday'] as const;

/** One line of the plan: so many days before or after an anchor, at this local time, with this text. */
const stepSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'is not a step id such as last-call'),
  anchor: z.enum(['due', 'lapse']),
  offsetDays: z.number().int().min(-60).max(60),
  at: clockTime,
  enabled: z.boolean(),
  toHeldOut: z.boolean(),
  maxParts: z.number().int().min(1).max(3),
  texts,
  priceChangeTexts: texts.optional(),
});

/** The reminder schedule, as admins write it. Versioned; one version is current. */
export const planSchema = z.object({
  version: z.number().int().positive(),
  steps: z.array(stepSchema),
  paidText: z.object({ enabled: z.boolean(), texts }),
  /** No text leaves from `from` (evening) to `to` (morning), local time. */
  quietHours: z.object({ from: clockTime, to: clockTime }),
  quietDays: z.array(z.enum(quietDayKinds)),
  catchUpDays: z.number().int().min(0).max(7),
  holdoutPercent: z.number().min(0).max(50),
  monthlyBudgetRupiah: z.number().int().positive().nullable(),
  holidays: z.object({ add: z.array(calendarDate), remove: z.array(calendarDate) }),
  onlyTo: z.array(z.string()).nullable(),
  paused: z.boolean(),
});

export type Step = Readonly<z.infer<typeof stepSchema>>;
export type Plan = Readonly<z.infer<typeof planSchema>>;

/** A plan as kept, with the moment from which it was in force: catch-up works under the plan in force at the scheduled time. */
export type PlanVersion = Readonly<{ plan: Plan; savedAt: string; savedBy: string }>;
