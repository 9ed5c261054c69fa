import { localDate, type Month, monthOf } from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import { type Language, languages } from '#domain/people/worker';
import { stepDate } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { PreviewDay } from '#domain/preview/preview';

export type PreviewSums = Omit<PreviewDay, 'date' | 'step' | 'month'>;

export function sumOf(days: readonly PreviewDay[]): PreviewSums {
  const sum = (of: keyof PreviewSums): number => days.reduce((total, day) => total + day[of], 0);
  return {
    reminders: sum('reminders'),
    expectedReminders: sum('expectedReminders'),
    parts: sum('parts'),
    costRupiah: sum('costRupiah'),
    expectedCostRupiah: sum('expectedCostRupiah'),
  };
}

/** Against the budget: what the texts of a calendar month cost. */
type BudgetMonth = Readonly<{ month: Month; budgetRupiah: number | null }> &
  Pick<PreviewSums, 'costRupiah' | 'expectedCostRupiah'>;

export const budgetOf = (
  days: readonly PreviewDay[],
  { monthlyBudgetRupiah: budgetRupiah }: Plan,
): readonly BudgetMonth[] =>
  [...Map.groupBy(days, ({ date }) => monthOf(date))].map(([month, of]) => {
    const { costRupiah, expectedCostRupiah } = sumOf(of);
    return { month, costRupiah, expectedCostRupiah, budgetRupiah };
  });

type Sample = Readonly<{ step: string; language: Language; text: string; parts: number }>;

/** Each text as a made-up worker would read it about the current month, on the day of its step. */
export function samplesOf(plan: Plan, rules: Rules, now: string): readonly Sample[] {
  const month = monthOf(localDate('Asia/Jakarta', now));
  return plan.steps.flatMap((step) =>
    languages
      .filter((language) => step.texts[language])
      .map((language) => ({
        step: step.id,
        language,
        ...sampleOf(step, { language, month }, stepDate(step, month, plan, rules), rules),
      })),
  );
}
