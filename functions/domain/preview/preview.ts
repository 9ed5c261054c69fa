import type { CalendarDate, Month } from '#domain/calendar/dates';
import { type Firing, firingsBetween, type PreviewQuestion } from '#domain/preview/firings';
import { type Known, type Texted, textedBy } from '#domain/preview/texted';
import { rupiahOf } from '#domain/sending/budget';
import type { Settings } from '#domain/settings';

/**
 * `reminders`, `parts` and `costRupiah`: if nobody pays any more · `expected`: if people pay as
 * before, and so come to owe the next month · `most`: whoever pays, and whenever.
 */
export type PreviewSums = Readonly<{
  reminders: number;
  expectedReminders: number;
  mostReminders: number;
  parts: number;
  costRupiah: number;
  expectedCostRupiah: number;
  mostCostRupiah: number;
}>;

export type PreviewDay = Readonly<{ date: CalendarDate; step: string; month: Month }> & PreviewSums;

/** From now on: leaves out moments that have passed, and days without texts. */
export function previewDays(question: PreviewQuestion, known: Known): readonly PreviewDay[] {
  const inOrder = firingsBetween(question).toSorted((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1));
  const days = Map.groupBy(inOrder, ({ date, step, month }) => `${date} ${step.id} ${month}`);
  const all = [...days.values()].flatMap((of) => dayOf(of, question, known));
  return all.filter(({ mostReminders }) => mostReminders > 0);
}

const placeIn = ({ date, step, month }: Firing): string => `${date} ${step.at} ${step.id} ${month}`;

function dayOf(
  firings: readonly Firing[],
  question: PreviewQuestion,
  known: Known,
): readonly PreviewDay[] {
  const [first] = firings;
  if (!first) return [];
  const { date, step, month } = first;
  const texted = firings.flatMap((firing) => textedBy(firing, question, known));
  return [{ date, step: step.id, month, ...summed(texted, question.settings) }];
}

export function summed(texted: readonly Texted[], settings: Settings): PreviewSums {
  const sum = (of: (each: Texted) => number): number =>
    texted.reduce((total, each) => total + of(each), 0);
  const rupiahPerPart = rupiahOf({ priceUsd: settings.priceUsdPerPart }, settings);
  const parts = sum((each) => each.workers * each.parts);
  return {
    reminders: sum(({ workers }) => workers),
    expectedReminders: Math.round(sum(({ expected }) => expected)),
    mostReminders: sum(({ most }) => most),
    parts,
    costRupiah: parts * rupiahPerPart,
    expectedCostRupiah: Math.round(sum((each) => each.expected * each.parts) * rupiahPerPart),
    mostCostRupiah: sum((each) => each.most * each.parts) * rupiahPerPart,
  };
}
