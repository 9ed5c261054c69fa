import { z } from 'zod';
import { firstPlan } from '#domain/plan/first-plan';
import { type Plan, planSchema } from '#domain/plan/plan';
import { settingsSchema } from '#domain/settings';
import type { VersionView } from '#flows/plan/show-plan';
import type { SettingsView } from '#flows/plan/show-settings';
import type { Preview } from '#flows/preview/preview-plan';
import { error, problem } from '#handlers/contract/refusals';
import { count, date, exactly, instant, month, rupiah, time } from '#handlers/contract/schema';

const languages = z.enum(['id', 'jv', 'su', 'en']);

export const plan = exactly<Plan>()(planSchema).meta({
  id: 'Plan',
  description: 'The reminder schedule as a whole. Each change makes a new version.',
  examples: [firstPlan({ paused: false })],
});

export const changedPlan = planSchema.extend({
  status: z.enum(['current', 'pending']).meta({
    description: '`pending`: in force once another admin has approved it.',
  }),
  warning: z.object(problem).optional(),
});

export const planConflict = z
  .object({ error, yours: plan.optional(), current: plan.optional() })
  .meta({ description: 'Somebody else was first: your plan and the one in force, to compare.' });

export const planVersion = exactly<VersionView>()(
  z.object({
    version: z.int(),
    status: z.enum(['current', 'superseded', 'pending']),
    savedAt: instant,
    savedBy: z.string(),
    savedByName: z.string().nullable(),
    approvedAt: instant.nullable(),
    approvedBy: z.string().nullable(),
    approvedByName: z.string().nullable(),
    replaces: z.int().nullable(),
    plan,
  }),
);

const longestFacts = z.object({
  name: z.string(),
  months: z.string(),
  amount: z.string(),
  dueDate: z.string(),
  lapseDate: z.string(),
});

export const settings = exactly<SettingsView>()(
  settingsSchema.extend({
    holidays: z.array(
      z.object({
        date,
        kind: z.enum(['national', 'joint-leave']),
        name: z.string(),
        basis: z.enum(['decree', 'fixed', 'estimate']),
      }),
    ),
    provinces: z.array(z.string()),
    longestFacts: z.record(languages, longestFacts),
  }),
);

const sums = {
  reminders: count.meta({ description: 'Texts that leave if nobody pays any more.' }),
  expectedReminders: count.meta({ description: 'Texts that leave if people pay as before.' }),
  parts: count,
  costRupiah: rupiah,
  expectedCostRupiah: rupiah,
};

export const preview = exactly<Preview>()(
  z.object({
    days: z.array(z.object({ date, step: z.string(), month, ...sums })),
    total: z.object(sums),
    budget: z.array(
      z.object({
        month,
        costRupiah: rupiah,
        expectedCostRupiah: rupiah,
        budgetRupiah: rupiah.nullable(),
      }),
    ),
    samples: z.array(
      z.object({ step: z.string(), language: languages, text: z.string(), parts: count }),
    ),
    calendar: z
      .array(
        z.object({
          date,
          time,
          step: z.string(),
          month,
          skipped: z.string().nullable(),
          text: z.string(),
          parts: count,
        }),
      )
      .nullable()
      .meta({ description: 'The days of the one worker who was asked about.' }),
  }),
);
