import type { Page } from 'playwright-core';
import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohort';
import type { MembersOfMonth } from '#domain/renewals/members';

/** 42 million who owe each month at Rp8.400: Rp352.800.000.000. Made from one that the stage told. */
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
      effect: { ...told.effect, ...points },
      effectByLapse: { ...told.effectByLapse, ...(final ? points : nothing) },
      extraContribution: final ? 5_292_000_000 : null,
      net: final ? 5_292_000_000 - spendRupiah : null,
      breakEven: { ...told.breakEven, oneMonth: 55.6 },
    };
  });
}

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
  const overall = { effect, monthsKept: null };
  await page.route('**/api/renewals?*', (route) =>
    route.fulfill({ json: { items: cohorts, overall, rupiahPerUsd: 16_500 } }),
  );
  await page.route('**/api/members?*', (route) =>
    route.fulfill({ json: { items: membersOf(cohorts), ageing: [] } }),
  );
}
