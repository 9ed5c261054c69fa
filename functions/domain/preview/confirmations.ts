import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  type Month,
  monthOf,
  monthRange,
} from '#domain/calendar/dates';
import { smsParts } from '#domain/messages/sms-parts';
import { atItsLongest } from '#domain/messages/text-check';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { PreviewQuestion } from '#domain/preview/firings';
import { chanceOfPaying } from '#domain/preview/owing-chance';
import { type PreviewSums, summed } from '#domain/preview/preview';
import { isReached, type Known, type Texted } from '#domain/preview/texted';
import type { Segment } from '#domain/renewals/counting/segment';

type Question = Omit<PreviewQuestion, 'behind' | 'fired'>;

/** Confirmations of payments that leave in a calendar month: none if nobody pays. */
export type ConfirmationsOfMonth = Readonly<{ month: Month }> & PreviewSums;

/** At most one for each contribution month up to the last day's: later ones are paid together. */
export function previewConfirmations(
  question: Question,
  known: Known,
): Readonly<{ byMonth: readonly ConfirmationsOfMonth[]; total: PreviewSums }> {
  const { plan, settings, from, to } = question;
  const of = (first: CalendarDate, last: CalendarDate): PreviewSums =>
    plan.paidText.enabled
      ? summed(confirmed({ ...question, from: first, to: last }, known), settings)
      : summed([], settings);
  const byMonth = monthRange(monthOf(from), monthOf(to)).map((month) => {
    const lastDay = addDays(firstDay(addMonths(month, 1)), -1);
    const [first, last] = [later(from, firstDay(month)), earlier(to, lastDay)];
    return { month, ...of(first, last) };
  });
  return { byMonth: byMonth.filter(({ mostReminders }) => mostReminders > 0), total: of(from, to) };
}

const inOrder = (...two: readonly [string, string]): readonly string[] => [...two].sort();
const earlier = (one: string, other: string): string => inOrder(one, other)[0] ?? one;
const later = (one: string, other: string): string => inOrder(one, other)[1] ?? one;

function confirmed(question: Question, { segments, unpaid }: Known): readonly Texted[] {
  const { from, to, plan, rules } = question;
  return segments
    .filter(({ like }) => isReached(like, to))
    .map(({ like, workers }) => {
      const months = monthsToPay(like, to);
      const paid = (month: Month, date: CalendarDate): number =>
        chanceOfPaying(like, { ...question, month, date, unpaid });
      const expected = months.reduce(
        (sum, month) => sum + Math.max(0, paid(month, to) - paid(month, addDays(from, -1))),
        0,
      );
      return {
        ...{ workers: 0, most: workers * months.length, expected: workers * expected },
        parts: partsOf(like, plan, rules),
      };
    });
}

function monthsToPay({ coveredThrough }: Segment, to: CalendarDate): readonly Month[] {
  const owed = addMonths(coveredThrough, 1);
  return monthRange(owed, later(owed, monthOf(to)));
}

function partsOf({ language }: Segment, { paidText: { texts } }: Plan, rules: Rules): number {
  const template = texts[language] ?? texts.id ?? '';
  return smsParts(atItsLongest(template, language, rules.lapseMonths));
}
