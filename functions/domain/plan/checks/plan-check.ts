import * as z from 'zod';
import { parsePhone } from '#domain/people/phone';
import { holidayTwice, noWindow, phones, textsOfPayment } from '#domain/plan/checks/content-check';
import { type Check, type Context, type Sound, stepChecks } from '#domain/plan/checks/step-check';
import {
  atMost,
  type PlanContent,
  planSchema,
  type Step,
  stepSchema,
  stepsOf,
} from '#domain/plan/plan';
import type { Issue } from '#domain/problem';
import { issuesOf, valueIn } from '#domain/schema-issues';

/** The plan, its phones in E.164, or every fault at once. Ignores `version`, which we count. */
export function checkPlan(
  draft: unknown,
  context: Context,
): Readonly<{ plan: PlanContent }> | Readonly<{ faults: readonly Issue[] }> {
  const parsed = draftSchema.safeParse(withoutOurs(draft));
  const sound = soundParts(draft);
  const faults = [
    ...(parsed.error ? schemaFaults(parsed.error, draft) : []),
    ...checks.flatMap((check) => check(sound, context)),
  ];
  return parsed.data && faults.length === 0 ? { plan: withPlainPhones(parsed.data) } : { faults };
}

/** Earlier plans matter only for a step whose id and anchor this plan does not have. */
export const hasNewSteps = (draft: unknown, { steps }: Pick<PlanContent, 'steps'>): boolean =>
  soundParts(draft).steps.some(
    ({ id, anchor }) => !steps.some((step) => step.id === id && step.anchor === anchor),
  );

/** Strict: a misspelt `priceChangeText` would silently be no text. */
export const draftSchema = planSchema
  .omit({ version: true })
  .extend({
    steps: stepsOf(stepSchema.strict()),
    paidText: planSchema.shape.paidText.strict(),
    quietHours: planSchema.shape.quietHours.strict(),
    holidays: planSchema.shape.holidays.strict(),
  })
  .strict();

/** What a save answers beside the plan may be sent back with it. */
const ours: readonly string[] = ['version', 'status', 'warning', 'behind', 'withheld'];

function withoutOurs(draft: unknown): unknown {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return draft;
  return Object.fromEntries(Object.entries(draft).filter(([field]) => !ours.includes(field)));
}

/** With the value found there, unless the field is missing or unknown. */
const schemaFaults = (error: z.ZodError, draft: unknown): readonly Issue[] =>
  issuesOf(error, draft).map((issue) => {
    if (issue.code === 'missing' || issue.code === 'unknown-field') return issue;
    const value = issue.path.split('.').reduce(valueIn, issue.path ? draft : { '': draft });
    return { ...issue, value: shown(value) };
  });

/** As JSON. Of a list or an object only its brackets: it can be deeper than any stack. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : shortened(JSON.stringify(value));
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function soundParts(draft: unknown): Sound {
  const steps = valueIn(draft, 'steps');
  return {
    ...(soundFields(planSchema, draft) as Partial<PlanContent>),
    steps: Array.isArray(steps)
      ? steps.slice(0, atMost.steps).map((step) => soundFields(stepSchema, step) as Partial<Step>)
      : [],
  };
}

const soundFields = ({ shape }: z.ZodObject, value: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const { success, data } = z.safeParse(field, valueIn(value, name));
      return success ? [[name, data]] : [];
    }),
  );

const checks: readonly Check[] = [
  ...stepChecks,
  ...[textsOfPayment, noWindow, holidayTwice, phones],
];

function withPlainPhones(plan: PlanContent): PlanContent {
  const plain = (phone: string) => {
    const parsed = parsePhone(phone);
    return 'phone' in parsed ? parsed.phone : phone;
  };
  const once = (phones: readonly string[]) => [...new Set(phones.map(plain))];
  const { onlyTo, testPhones } = plan;
  return { ...plan, onlyTo: onlyTo && once(onlyTo), testPhones: once(testPhones) };
}
