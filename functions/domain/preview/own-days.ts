import { type CalendarDate, instantAt, type Month } from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import { monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Behind, Standing } from '#domain/plan/behind/behind';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import { daysFrom, type Firing, firingsIn } from '#domain/preview/firings';
import type { Reminder } from '#domain/sending/reminder';
import { eligibilityOf } from '#domain/sending/texting/eligibility';

export type OwnDay = Readonly<{
  date: CalendarDate;
  time: string;
  step: string;
  month: Month;
  skipped: string | null;
  text: string;
  parts: number;
}>;

type Draft = Readonly<{
  plan: Plan;
  rules: Rules;
  from: CalendarDate;
  to: CalendarDate;
  now: string;
  behind: readonly Behind[];
  fired: Standing['fired'];
}>;

/** Should they not pay; with the reason where they would not be texted. */
export function ownDays(
  worker: Worker,
  reminders: readonly Reminder[],
  draft: Draft,
): readonly OwnDay[] {
  const zone = zoneOfWorker(worker);
  return daysFrom(draft.from, draft.to)
    .flatMap((date) => firingsIn(zone, date, draft))
    .filter(({ month }) => month === monthOwed(worker))
    .flatMap((firing) => ownDay(worker, { ...firing, reminder: sentBy(firing, reminders) }, draft));
}

const sentBy = ({ month, step }: Firing, reminders: readonly Reminder[]): Reminder | undefined =>
  reminders.find((reminder) => reminder.month === month && reminder.step === step.id);

function ownDay(
  worker: Worker,
  { date, step, month, supersededBy, reminder }: Firing & { reminder: Reminder | undefined },
  { plan, rules }: Draft,
): readonly OwnDay[] {
  const zone = zoneOfWorker(worker);
  const scheduledAt = instantAt(zone, date, step.at);
  const slice = { zone, month, scheduledAt, state: 'open' } as const;
  const found = { worker, reminder };
  const eligibility = eligibilityOf({
    ...{ ...found, slice, step, supersededBy, plan },
    now: scheduledAt,
  });
  const { kind } = eligibility;
  if (kind !== 'send' && kind !== 'skip' && kind !== 'withheld') return [];
  const skipped = kind === 'skip' ? eligibility.reason : kind === 'withheld' ? 'not-on-list' : null;
  const text = sampleOf(step, worker, date, rules);
  return [{ date, time: step.at, step: step.id, month, skipped, ...text }];
}
