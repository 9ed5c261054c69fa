import { addMonths, type CalendarDate, monthOf } from '#domain/calendar/dates';
import { calendarOf } from '#domain/calendar/holidays';
import { textFaults } from '#domain/messages/text-check';
import { isQuietHour, plannedDate } from '#domain/plan/due-steps';
import type { Plan, PlanContent, Step } from '#domain/plan/plan';
import { type Issue, problem } from '#domain/problem';
import { confirmationStep } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

/** The valid parts of a plan. The schema reports the rest, and these are checked all the same. */
export type Sound = Partial<Omit<PlanContent, 'steps'>> &
  Readonly<{ steps: readonly Partial<Step>[] }>;

/** `earlier`: all plans that were ever in force, newest first. */
export type Context = Readonly<{
  earlier: readonly Plan[];
  settings: Settings;
  today: CalendarDate;
}>;

export type Check = (sound: Sound, context: Context) => readonly Issue[];

const idsTwice: Check = ({ steps }) =>
  steps.flatMap(({ id }, index) => {
    const first = steps.findIndex((step) => step.id === id);
    return id !== undefined && first < index
      ? [{ ...idOf(index, id), ...problem('step-id-twice', { other: first }) }]
      : [];
  });

/** An id keeps its first anchor: a reminder is known by worker, month and step id. */
const idsOfOthers: Check = ({ steps }, { earlier }) => {
  const firstUse = new Map(
    earlier.flatMap((plan) => plan.steps.map((step) => [step.id, { plan, step }] as const)),
  );
  return steps.flatMap(({ id = '', anchor }, index) => {
    const used = firstUse.get(id);
    if (!used || !anchor || used.step.anchor === anchor) return [];
    const moved = { was: used.step.anchor, version: used.plan.version, now: anchor };
    return [{ ...idOf(index, id), ...problem('step-id-moved', moved) }];
  });
};

const atNight: Check = ({ steps, quietHours }) =>
  steps.flatMap(({ at }, index) =>
    at && quietHours && isQuietHour(at, quietHours)
      ? [
          {
            path: `steps.${index}.at`,
            value: JSON.stringify(at),
            ...problem('in-quiet-hours', quietHours),
          },
        ]
      : [],
  );

/** Over two years, since the days between a due date and a lapse date vary. */
const atOnce: Check = ({ steps, holidays = { add: [], remove: [] } }, { settings, today }) => {
  const rules = { calendar: calendarOf(holidays, settings), lapseMonths: settings.lapseMonths };
  const months = Array.from({ length: 24 }, (_, index) => addMonths(monthOf(today), index));
  const firsts = new Map<string, number>();
  return steps.flatMap(({ enabled, anchor, offsetDays, at }, index): readonly Issue[] => {
    if (!enabled || !anchor || offsetDays === undefined || !at) return [];
    const moments = months.map((month) => ({
      month,
      date: plannedDate({ anchor, offsetDays }, month, rules),
    }));
    const keyOf = ({ month, date }: (typeof moments)[number]) => `${month} ${date} ${at}`;
    const met = moments.find((moment) => firsts.has(keyOf(moment)));
    for (const moment of moments) if (!met) firsts.set(keyOf(moment), index);
    if (!met) return [];
    const other = firsts.get(keyOf(met)) ?? 0;
    const values = { ...met, other, id: steps[other]?.id ?? '', time: at };
    return [{ path: `steps.${index}`, ...problem('steps-at-once', values) }];
  });
};

const textsOfSteps: Check = ({ steps }, { settings: { lapseMonths } }) =>
  steps.flatMap(({ texts, priceChangeTexts, maxParts }, index) => [
    ...textsAt(`steps.${index}.texts`, texts, { maxParts, lapseMonths }),
    ...textsAt(`steps.${index}.priceChangeTexts`, someOf(priceChangeTexts), {
      maxParts,
      lapseMonths,
    }),
  ]);

/** An empty set needs no check where texts are optional. */
export const someOf = (texts: Step['texts'] | undefined): Step['texts'] | undefined =>
  Object.keys(texts ?? {}).length > 0 ? texts : undefined;

export const textsAt = (
  path: string,
  texts: Step['texts'] | undefined,
  limits: Parameters<typeof textFaults>[1],
): readonly Issue[] =>
  texts
    ? textFaults(texts, limits).map(([language, fault]) => ({
        path: `${path}.${language}`,
        ...fault,
      }))
    : [];

/** A confirmation is a reminder under this id: such a step would take its place. */
const idsReserved: Check = ({ steps }) =>
  steps.flatMap(({ id }, index) =>
    id === confirmationStep ? [{ ...idOf(index, id), ...problem('step-id-reserved') }] : [],
  );

const idOf = (index: number, id: string): Pick<Issue, 'path' | 'value'> => ({
  path: `steps.${index}.id`,
  value: JSON.stringify(id),
});

export const stepChecks: readonly Check[] = [
  idsTwice,
  idsReserved,
  idsOfOthers,
  atNight,
  atOnce,
  textsOfSteps,
];
