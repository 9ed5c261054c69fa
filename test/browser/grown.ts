import type { Page, Route } from 'playwright-core';
import { routes } from '#triggers';
import { answerFaults } from '../stage/answer-check.ts';
import { fetched } from './browser.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A stage's own answers with a country's numbers: each count and each sum times `factor`, and lists
 * as long as a page. Answers the faults of what was told: it has to be as the contract says.
 */
export async function grow(page: Page, factor: number): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.route('**/api/**', async (route) => {
    const grows = growthOf(route, factor);
    if (!grows) return route.fallback();
    const response = await fetched(route);
    if (!response.ok()) return route.fulfill({ response });
    const json = grows(await response.json());
    const told = { routeKey: routeKeyOf(route), status: 200, headers: response.headers() };
    faults.push(...answerFaults({ ...told, body: JSON.stringify(json) }));
    await route.fulfill({ response, json });
  });
  return faults;
}

const routeKeyOf = (route: Route): string => {
  const { pathname } = new URL(route.request().url());
  const fits = ({ path }: { path: string }) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  const method = route.request().method();
  const found = routes.find((each) => each.method === method && fits(each));
  return found ? `${method} ${found.path}` : '';
};

function growthOf(route: Route, factor: number): ((json: Json) => unknown) | undefined {
  const all = (json: Json) => times(json, factor);
  const counted = (json: Json) =>
    paged(json, ({ count, ...item }) => ({ ...item, ...grownCount(count) }));
  const grownCount = (count: unknown) => (typeof count === 'number' ? { count: count * 60 } : {});
  const totals = (json: Json) => ({ ...paged(json), totals: times(json.totals, factor) });
  const table: Readonly<Record<string, (json: Json) => unknown>> = {
    'GET /api/runs': all,
    'GET /api/renewals': all,
    'GET /api/members': all,
    'GET /api/imports': all,
    'GET /api/imports/{importId}': all,
    'GET /api/closings': all,
    'GET /api/closings/{month}': all,
    'POST /api/plan/preview': all,
    'GET /api/payments': (json) => (json.totals ? totals(json) : paged(json)),
    'GET /api/attention': counted,
    'GET /api/workers': (json) => paged(json),
    'GET /api/workers/{id}': (json) => ({ ...json, worker: longNamed(json.worker as Json) }),
    'GET /api/renewals/{month}/cycles': (json) => paged(json),
  };
  return table[routeKeyOf(route)];
}

/** Prices, rates, points, versions and days are a country's as they are; so are examples. */
const same = new RegExp(
  `^(${[
    ...['rates?', 'points', 'low', 'high', 'perWorker', 'breakEven', 'contribution', 'mark'],
    ...['cost\\w*Per\\w*', 'rupiahPerUsd', 'version', 'planVersion', 'offsetDays', 'byDay'],
    ...['slices', 'pastCohorts', 'samples', 'calendar', 'bytes'],
  ].join('|')})$`,
);
const sameFigure = /rates?\b|points|perWorker|breakEven|costPer|contribution/;

function times(json: unknown, factor: number): unknown {
  if (typeof json === 'number') return json * factor;
  if (Array.isArray(json)) return json.map((each) => times(each, factor));
  if (typeof json !== 'object' || json === null) return json;
  if ('figure' in json && sameFigure.test(String(json.figure))) return json;
  const grown = ([name, value]: readonly [string, unknown]) => [name, timesOf(name, value, factor)];
  return Object.fromEntries(Object.entries(json).map(grown));
}

function timesOf(name: string, value: unknown, factor: number): unknown {
  if (same.test(name)) return value;
  // Days, and how many had paid by then.
  if (name === 'curve' && Array.isArray(value))
    return value.map(([day, count]) => [day, count * factor]);
  return times(value, factor);
}

/** A full page of 50, and another after it. */
function paged(json: Json, as: (item: Json) => Json = (item) => item): Json {
  const items = json.items as readonly Json[];
  if (items.length === 0) return json;
  const more = Array.from(
    { length: 50 - items.length },
    (_, at) => items[at % items.length] as Json,
  );
  return { ...json, items: [...items, ...more.map(numbered)].map(as), next: 'more' };
}

/** What names an item has to differ, or the console would show it once. */
const numbered = (item: Json, at: number): Json => {
  const nth = at.toString(16).padStart(2, '0');
  const { id, reference, workerId } = item;
  return {
    ...item,
    ...(typeof id === 'string' && { id: `${id}-${nth}` }),
    ...(typeof reference === 'string' && { reference: `${reference}-${nth}` }),
    ...(typeof workerId === 'string' && { workerId: `${workerId.slice(0, -2)}${nth}` }),
  };
};

const longNamed = (worker: Json): Json => ({
  ...worker,
  name: 'Raden Ajeng Kusumawardhani Prawirodirdjo Sastroamidjojo',
  group: 'Paguyuban Pedagang Pasar Beringharjo dan Sekitarnya',
  province: 'Daerah Istimewa Yogyakarta',
});
