import { localDate, type Month, monthOf } from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import { type Language, languages } from '#domain/people/worker';
import { stepDate } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';
import type { ConfirmationsOfMonth } from '#domain/preview/confirmations';
import type { PreviewDay, PreviewSums } from '#domain/preview/preview';

export function sumOf(parts: readonly PreviewSums[]): PreviewSums {
  const sum = (of: keyof PreviewSums): number => parts.reduce((total, each) => total + each[of], 0);
  return {
    reminders: sum('reminders'),
    expectedReminders: sum('expectedReminders'),
    mostReminders: sum('mostReminders'),
    parts: sum('parts'),
    costRupiah: sum('costRupiah'),
    expectedCostRupiah: sum('expectedCostRupiah'),
    mostCostRupiah: sum('mostCostRupiah'),
  };
}

/** Against the budget: what the texts of a calendar month cost. */
type BudgetMonth = Readonly<{ month: Month; budgetRupiah: number | null }> &
  Pick<PreviewSums, 'costRupiah' | 'expectedCostRupiah' | 'mostCostRupiah'>;

export function budgetOf(
  days: readonly PreviewDay[],
  confirmations: readonly ConfirmationsOfMonth[],
  { monthlyBudgetRupiah: budgetRupiah }: Plan,
): readonly BudgetMonth[] {
  const all = [
    ...days.map((day) => ({ of: monthOf(day.date), sums: day })),
    ...confirmations.map((each) => ({ of: each.month, sums: each })),
  ];
  return [...Map.groupBy(all, ({ of }) => of)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, of]) => {
      const { costRupiah, expectedCostRupiah, mostCostRupiah } = sumOf(of.map(({ sums }) => sums));
      return { month, costRupiah, expectedCostRupiah, mostCostRupiah, budgetRupiah };
    });
}

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
