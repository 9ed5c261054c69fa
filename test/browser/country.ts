import type { Page } from 'playwright-core';
import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { MembersOfMonth } from '#domain/renewals/members';

/** 42 million owe each month at Rp8.400: Rp352.800.000.000. Made from one that the stage told. */
export function countryOf(told: Renewals, from: string, months: number): readonly Renewals[] {
  const due = 42_000_000;
  return Array.from({ length: months }, (_, at) => {
    const final = at < months - 3;
    const [onTime, inArrears] = [24_000_000 + at * 210_000, final ? 5_000_000 : 1_200_000];
    const rest = due - onTime - inArrears;
    const recovered = final ? 700_000 : 0;
    const renewal = (onTime + inArrears) / due;
    const points = { points: 1.4 + at / 10, low: 0.2, high: 2.9 };
    const spendRupiah = 196_000_000_000 + at * 1_000_000_000;
    return {
      ...told,
      month: addMonths(from, at),
      ...{ partial: false, final, due, onTime, inArrears, recovered },
      ...{ lapsed: final ? rest - recovered : 0, open: final ? 0 : rest },
      rates: { onTime: onTime / due, renewal, lapse: 1 - renewal, recovery: 0.05 },
      amountDue: 352_800_000_000,
      amountReceived: Math.round(352_800_000_000 * renewal),
      ...{ spendRupiah, costPerRenewal: 7_654 },
      effect: { ...told.effect, ...points, ...arms },
      effectByLapse: { ...told.effectByLapse, ...(final ? points : nothing) },
      extraContribution: final ? 5_292_000_000 : null,
      net: final ? 5_292_000_000 - spendRupiah : null,
      ...{ contribution: 8_400, monthsKept: keptOf(told, [2, 1, 0][at] ?? -1) },
      steps: told.steps.map((step) => ({
        ...{ ...step, reminders: { ...step.reminders, sent: 18_500_000 } },
        ...{ spendRupiah: Math.round(spendRupiah / 4), breakEven: 13.9 },
      })),
      breakEven: { oneMonth: 55.6, monthsKept: { 3: 20.4, 6: at < 2 ? 10.8 : null, 12: null } },
    };
  });
}

const perWorker = {
  3: { perWorker: 0.041, low: 0.029, high: 0.053 },
  6: { perWorker: 0.077, low: 0.051, high: 0.103 },
  12: { perWorker: 0.14, low: -0.02, high: 0.3 },
} as const;

/** Known of so many more of 3, 6 and 12 months than the first. */
function keptOf(told: Renewals, known: number): Renewals['monthsKept'] {
  const { monthsKept } = told;
  if (monthsKept === null) return null;
  const of = (horizon: 3 | 6 | 12, at: number) => ({
    ...monthsKept[horizon],
    ...(at <= known
      ? {
          ...{ ...perWorker[horizon], costPerMonth: 121_000 },
          reminded: { workers: 37_800_000, months: 96_000_000 },
          heldOut: { workers: 4_200_000, months: 10_000_000 },
        }
      : {}),
  });
  return { 3: of(3, 0), 6: of(6, 1), 12: of(12, 2) };
}

/** New members are moved more than old ones; the unknown are too few to tell. */
const tenuresOf = (cohort: Renewals): readonly Renewals[] =>
  [
    { value: 'first-3', due: 3_100_000, points: 4.1, low: 2.9, high: 5.3 },
    { value: '4-12', due: 9_900_000, points: 1.9, low: 1.2, high: 2.6 },
    { value: 'later', due: 28_990_000, points: 0.6, low: 0.2, high: 1 },
    { value: 'unknown', due: 10_000, points: -3.2, low: -14.8, high: 8.4 },
  ].map(({ value, due, ...points }) => ({
    ...cohort,
    ...{ by: 'tenure', value, due, monthsKept: null },
    effectByLapse: {
      ...{ ...cohort.effectByLapse, ...points },
      reminded: { due: Math.round(due * 0.9), renewed: Math.round(due * 0.63) },
      heldOut: { due: Math.round(due * 0.1), renewed: Math.round(due * 0.066) },
    },
  }));

/** Ten in a hundred are held out; seven of ten of the reminded renew. */
const arms = {
  reminded: { due: 37_800_000, renewed: 26_460_000 },
  heldOut: { due: 4_200_000, renewed: 2_880_000 },
};
const nothing = { points: null, low: null, high: null };

const membersOf = (cohorts: readonly Renewals[]): readonly MembersOfMonth[] =>
  cohorts.map(({ month }, at) => ({
    month,
    ...{ opening: 42_000_000, closing: 42_000_000 + 31_000 * at, active: 29_000_000 },
    ...{ joined: 91_000, rejoined: 12_000, lapsed: 60_000, left: 12_000 },
    collection: { received: 243_000_000_000, expected: 352_800_000_000, rate: 0.689 },
  }));

/** Whatever months the page asks for, it is told these. */
export async function tell(page: Page, cohorts: readonly Renewals[]): Promise<void> {
  const effect = { points: 1.7, low: 1.1, high: 2.3 };
  const overall = { effect, monthsKept: perWorker };
  const final = cohorts.filter((each) => each.final).slice(-1);
  await page.route('**/api/renewals?*', (route) => {
    const by = new URL(route.request().url()).searchParams.get('by');
    const items = by === 'tenure' ? final.flatMap(tenuresOf) : cohorts;
    return route.fulfill({ json: { items, overall, rupiahPerUsd: 16_500 } });
  });
  await page.route('**/api/members?*', (route) =>
    route.fulfill({ json: { items: membersOf(cohorts), owing: [], ageing: [] } }),
  );
}
