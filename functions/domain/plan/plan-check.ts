import { z } from 'zod';
import { parsePhone } from '#domain/people/phone';
import { type PlanContent, planSchema, type Step, stepSchema, stepsOf } from '#domain/plan/plan';
import {
  type Check,
  type Context,
  type Fault,
  type Sound,
  someOf,
  stepChecks,
  textsAt,
} from '#domain/plan/step-check';

/** What is wrong, by its place: `{'steps.2.at': '"21:00" lies in the quiet hours …'}`. */
export type Faults = Readonly<Record<string, string>>;

/**
 * A plan as an admin wrote it, checked as a whole: either the plan, with its phones in E.164, or everything that is wrong with it at once. A `version`
 * is not heeded: it is counted by us.
 */
export function checkPlan(
  draft: unknown,
  context: Context,
): Readonly<{ plan: PlanContent }> | Readonly<{ faults: Faults }> {
  const parsed = draftSchema.safeParse(withoutOurs(draft));
  const sound = soundParts(draft);
  const faults = [
    ...(parsed.error ? schemaFaults(parsed.error, draft) : []),
    ...checks.flatMap((check) => check(sound, context)),
  ];
  return parsed.data && faults.length === 0
    ? { plan: withPlainPhones(parsed.data) }
    : { faults: byPath(faults) };
}

/** Only of a step that this plan does not have, by its id and anchor, does it matter what its id meant in plans before. */
export const hasNewSteps = (draft: unknown, { steps }: Pick<PlanContent, 'steps'>): boolean =>
  soundParts(draft).steps.some(
    ({ id, anchor }) => !steps.some((step) => step.id === id && step.anchor === anchor),
  );

/** A word written wrongly must not be passed over: `priceChangeText` would silently be no text at all. */
export const draftSchema = planSchema
  .omit({ version: true })
  .extend({
    steps: stepsOf(stepSchema.strict()),
    paidText: planSchema.shape.paidText.strict(),
    quietHours: planSchema.shape.quietHours.strict(),
    holidays: planSchema.shape.holidays.strict(),
  })
  .strict();

/** Who sends back what they were answered sends these as well. */
function withoutOurs(draft: unknown): unknown {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return draft;
  const { version: _, status: __, warning: ___, ...content } = draft as Record<string, unknown>;
  return content;
}

const schemaFaults = ({ issues }: z.ZodError, draft: unknown): readonly Fault[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(
        (key): Fault => [
          [...path, key].join('.'),
          'is not a field of a plan: see how it is spelled',
        ],
      );
    return [
      [path.join('.') || 'body', sentenceOf(path.reduce(valueIn, draft), issue.message)] as const,
    ];
  });

const sentenceOf = (value: unknown, message: string): string =>
  value === undefined
    ? message.replace(/^is not/, 'is missing: it has to be')
    : `${shortened(JSON.stringify(value))} ${message}`;

const valueIn = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function soundParts(draft: unknown): Sound {
  const steps = valueIn(draft, 'steps');
  return {
    ...(soundFields(planSchema, draft) as Partial<PlanContent>),
    steps: Array.isArray(steps)
      ? steps.map((step) => soundFields(stepSchema, step) as Partial<Step>)
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

const textsOfPayment: Check = ({ paidText }, { settings: { lapseMonths } }) =>
  textsAt('paidText.texts', paidText?.enabled ? paidText.texts : someOf(paidText?.texts), {
    maxParts: 1,
    lapseMonths,
  });

const noWindow: Check = ({ quietHours }) => {
  if (!quietHours) return [];
  const { from, to } = quietHours;
  const loudMinutes = from === to ? 0 : (minutesOf(from) - minutesOf(to) + 24 * 60) % (24 * 60);
  return loudMinutes >= 60
    ? []
    : [
        [
          'quietHours',
          `${from} to ${to} leaves ${loudMinutes} minutes a day for texts: leave 60 at least`,
        ],
      ];
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const holidayTwice: Check = ({ holidays }) => {
  if (!holidays) return [];
  const twice = (['add', 'remove'] as const).flatMap((list) =>
    holidays[list].flatMap((date, index): readonly Fault[] =>
      holidays[list].indexOf(date) < index
        ? [[`holidays.${list}.${index}`, `${date} stands there twice`]]
        : [],
    ),
  );
  const both = holidays.remove.flatMap((date, index): readonly Fault[] =>
    holidays.add.includes(date)
      ? [
          [
            `holidays.remove.${index}`,
            `${date} is among those to add as well: it is a holiday or it is none`,
          ],
        ]
      : [],
  );
  return [...twice, ...both];
};

const phones: Check = ({ onlyTo }) =>
  (onlyTo ?? []).flatMap((phone, index) => {
    const parsed = parsePhone(phone);
    return 'reason' in parsed ? [[`onlyTo.${index}`, `"${phone}" ${parsed.reason}`]] : [];
  });

const checks: readonly Check[] = [
  ...stepChecks,
  ...[textsOfPayment, noWindow, holidayTwice, phones],
];

function withPlainPhones(plan: PlanContent): PlanContent {
  const plain = (phone: string) => {
    const parsed = parsePhone(phone);
    return 'phone' in parsed ? parsed.phone : phone;
  };
  return { ...plan, onlyTo: plan.onlyTo && [...new Set(plan.onlyTo.map(plain))] };
}

/** Several faults of one place are one sentence after the other. */
const byPath = (faults: readonly Fault[]): Faults =>
  Object.fromEntries(
    [...Map.groupBy(faults, ([path]) => path)].map(([path, each]) => [
      path,
      each.map(([, sentence]) => sentence).join('; '),
    ]),
  );
