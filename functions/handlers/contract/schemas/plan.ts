import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { languages } from '#domain/people/worker';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import { firstPlan } from '#domain/plan/first-plan';
import { type Plan, planSchema } from '#domain/plan/plan';
import { settingsSchema } from '#domain/settings';
import type { VersionView } from '#flows/plan/show-plan';
import type { SettingsView } from '#flows/plan/show-settings';
import type { Preview } from '#flows/preview/preview-plan';
import { error, problem } from '#handlers/contract/refusals';
import {
  count,
  date,
  each,
  exactly,
  instant,
  listOf,
  month,
  rupiah,
  time,
} from '#handlers/contract/schemas/schema';

export const plan = exactly<Plan>()(planSchema).meta({
  id: 'Plan',
  description: 'The reminder schedule as a whole. Each change makes a new version.',
  examples: [firstPlan({ paused: false })],
});

const behind = exactly<readonly BehindView[]>()(
  listOf({
    step: z.string(),
    month,
    zone: z.enum(zones),
    date: date.describe('The day that the step would now belong to; it has passed.'),
    workers: count.describe('At most: who owes the month in this zone.'),
    textedOn: date
      .nullable()
      .describe('Null: too late for a text; they get a row `missed` with reason `rescheduled`.'),
  }),
).describe('Steps that this change puts into the past for people who have no row for them.');

const withheld = exactly<WithheldView | null>()(
  z
    .object({
      workers: count.describe('At most: all who pay for themselves.'),
      steps: listOf({
        step: z.string(),
        month,
        zone: z.enum(zones),
        date,
        workers: count.describe('At most: who owes the month in this zone.'),
        until: instant.describe('If the list is still there then, they get no text of this step.'),
      }),
    })
    .nullable(),
).describe('What the list `onlyTo` keeps from leaving up to tomorrow; null without a list.');

export const changedPlan = planSchema.extend({
  status: z
    .enum(['current', 'pending'])
    .describe('`pending`: in force once another admin has approved it.'),
  behind,
  withheld,
  warning: z.object(problem).optional(),
});

export const planConflict = z
  .object({ error, yours: plan.optional(), current: plan.optional() })
  .describe('Somebody else was first: your plan and the one in force, to compare.');

export const planVersion = exactly<VersionView>()(
  z.object({
    version: z.int(),
    status: z.enum(['current', 'superseded', 'pending']),
    savedAt: instant,
    savedBy: z.string(),
    approvedAt: instant.nullable(),
    ...each(z.string().nullable(), 'savedByName', 'approvedBy', 'approvedByName'),
    replaces: z.int().nullable(),
    plan,
  }),
);

const longestFacts = z.object(each(z.string(), 'name', 'months', 'amount', 'dueDate', 'lapseDate'));

export const settings = exactly<SettingsView>()(
  settingsSchema.extend({
    holidays: listOf({
      date,
      kind: z.enum(['national', 'joint-leave']),
      name: z.string(),
      basis: z.enum(['decree', 'fixed', 'estimate']),
    }),
    provinces: z.array(z.string()),
    longestFacts: z.record(z.enum(languages), longestFacts),
  }),
);

const cost = each(rupiah, 'costRupiah', 'expectedCostRupiah', 'mostCostRupiah');
const sums = {
  reminders: count.describe('Texts that leave if nobody pays any more.'),
  expectedReminders: count.describe('Texts that leave if people pay as before.'),
  mostReminders: count.describe('More do not leave, whoever pays and whenever.'),
  parts: count,
  ...cost,
};
const text = { text: z.string(), parts: count };

export const preview = exactly<Preview>()(
  z.object({
    days: listOf({ date, step: z.string(), month, ...sums }),
    confirmations: listOf({ month, ...sums }).describe(
      'Of payments from now on, where the draft tells all who pay; by calendar month.',
    ),
    total: z.object(sums).describe('With the confirmations.'),
    pastCohorts: count.describe(
      'By how many past cohorts people are expected to pay; 0: as if nobody paid.',
    ),
    budget: listOf({ month, ...cost, budgetRupiah: rupiah.nullable() }),
    samples: listOf({ step: z.string(), language: z.enum(languages), ...text }),
    calendar: listOf({
      date,
      time,
      step: z.string(),
      month,
      skipped: z.string().nullable(),
      ...text,
    })
      .nullable()
      .describe('The days of the one worker who was asked about.'),
    behind,
    withheld,
  }),
);
