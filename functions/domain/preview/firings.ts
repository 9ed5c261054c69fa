import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  instantAt,
  localDate,
  localTime,
  type Month,
} from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { type Behind, placeOf, type Standing } from '#domain/plan/behind/behind';
import { type DueStep, dueSteps, supersededBy } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';

export type PreviewQuestion = Readonly<{
  plan: Plan;
  rules: Rules;
  settings: Settings;
  from: CalendarDate;
  to: CalendarDate;
  now: Instant;
  /** What the draft puts behind: it goes out once more. */
  behind: readonly Behind[];
  /** What has fired: a step that is moved is sent only to those who came to owe the month since. */
  fired: Standing['fired'];
}>;

/** The months of which a step would fire again: its newcomers have to be known. */
export const monthsFiredBefore = (question: PreviewQuestion): readonly Month[] =>
  [
    ...new Set(
      firingsBetween(question)
        .filter(({ firedAt }) => firedAt !== undefined)
        .map(({ month }) => month),
    ),
  ].sort();

export const firingsBetween = (question: PreviewQuestion): readonly Firing[] =>
  daysFrom(question.from, question.to).flatMap((date) =>
    zones.flatMap((zone) => firingsIn(zone, date, question)),
  );

/** `firedAt`: the last time, if it was on another day of the step. */
export type Firing = DueStep &
  Readonly<{ zone: Zone; date: CalendarDate; firedAt?: Instant | undefined }>;

export const firingsIn = (
  zone: Zone,
  date: CalendarDate,
  { plan, rules, now, behind, fired }: Omit<PreviewQuestion, 'settings' | 'from' | 'to'>,
): readonly Firing[] => {
  const firedAt = (step: string, month: Month, moment: Instant): Instant | undefined => {
    const last = fired.get(placeOf({ zone, step, month }));
    return last !== undefined && last < moment ? last : undefined;
  };
  return [
    ...dueSteps(plan, date, rules)
      .map((due) => ({ ...due, zone, date, moment: instantAt(zone, date, due.step.at) }))
      .filter(({ moment }) => moment > now)
      .map(({ moment, ...due }) => ({
        ...due,
        firedAt: firedAt(due.step.id, due.month, moment),
      })),
    ...behind
      .filter((each) => each.zone === zone && localDate(zone, each.firesAt) === date)
      .flatMap((each) =>
        firingOf(each, plan, rules).map((firing) => ({
          ...firing,
          firedAt: firedAt(each.step, each.month, each.moment),
        })),
      ),
  ];
};

function firingOf(
  { zone, month, firesAt, owed, ...of }: Behind,
  plan: Plan,
  rules: Rules,
): readonly Firing[] {
  const step = plan.steps.find(({ id }) => id === of.step);
  if (!step || owed !== 'text') return [];
  const firing = { month, zone, date: localDate(zone, firesAt) };
  const superseding = supersededBy(step, month, plan, rules);
  return [
    { ...firing, step: { ...step, at: localTime(zone, firesAt) }, supersededBy: superseding },
  ];
}

export const daysFrom = (from: CalendarDate, to: CalendarDate): readonly CalendarDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days));
