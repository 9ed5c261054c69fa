import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import type { Role } from '#triggers';
import { addresses, addressOf, type PageId } from '#web/src/shared/addresses';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import {
  drawn,
  faultsFound,
  misplaced,
  open,
  picture,
  type Seen,
  type shapes,
  startBrowser,
  wellPlaced,
} from './browser.ts';

/**
 * Of every page of the console, a new one too: nothing sticks out, no text is cut or crossed, axe
 * finds nothing and the browser complains of nothing, whatever the API says.
 */

let browser: Browser;
let full: TestStage;
let empty: TestStage;
let workerId: string;

/** A stage where everything happened once, and an empty one, for the tests of this file. */
export function openConsoles(): void {
  beforeAll(async () => {
    [browser, full, empty] = await Promise.all([
      startBrowser(),
      startTestStage({ now: '2026-11-10T08:00+07:00' }),
      startTestStage({ now: '2026-11-11T09:05+07:00' }),
    ]);
    await full.importCsv(
      csvOf([...people(60), ...people(5, { coveredThrough: '2026-08', province: 'Papua' }, 61)]),
    );
    await full.pay({ reference: 'EVERY-1', nik: aPerson(1).nik, amount: 8_400 });
    await full.pay({ reference: 'EVERY-2', nik: aPerson(2).nik, amount: 5_000 });
    await full.pay({ reference: 'EVERY-3', nik: aPerson(900).nik, amount: 8_400 });
    await full.faults({ sns: [{ kind: 'accept-then-timeout', count: 1 }] });
    await full.clockTo('2026-11-11T09:05+07:00');
    workerId = (await full.worker(aPerson(1).nik)).workerId;
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([full?.stop(), empty?.stop()]);
  });
}

/** What an address names. */
const valuesOf = (id: PageId): Record<string, string> =>
  ({
    worker: { id: workerId },
    cohort: { month: '2026-11' },
    attention: { kind: 'unknown' },
    closing: { month: '2026-11' },
  })[id as string] ?? {};

const ofFinance: readonly PageId[] = [
  ...(['renewals', 'cohort', 'payments', 'payments-import', 'closings', 'closing'] as const),
];
const roleOf = (id: PageId): Role => (ofFinance.includes(id) ? 'finance' : 'admin');

export const pageIds = Object.keys(addresses) as PageId[];

type Shape = (typeof shapes)[number];
type State = Readonly<{
  url: () => string;
  routed?: (route: Route) => unknown;
  settled: (page: Page) => Promise<unknown>;
}>;

/** What waits says so, and ends in dots. */
async function hasLoaded(page: Page): Promise<void> {
  await drawn(page);
  await page.getByText(/ …$/).filter({ visible: true }).first().waitFor({ state: 'detached' });
}

const isOpen = (page: Page) => page.locator('h1:not([data-left])').first().waitFor();
/** The title of the page that is left is marked: it stays until the next one is there. */
const leadTo = (path: string): string =>
  `document.querySelector('h1').dataset.left = '';
  history.pushState({}, '', '${path}');
  dispatchEvent(new PopStateEvent('popstate'))`;
/** What may pass is tried twice more before it is told. */
async function hasFailed(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Coba lagi|Try again/ })
    .first()
    .waitFor();
}

const states = {
  full: { url: () => full.url(), settled: hasLoaded },
  empty: { url: () => empty.url(), settled: hasLoaded },
  loading: { url: () => full.url(), routed: () => undefined, settled: isOpen },
  failed: {
    url: () => full.url(),
    routed: (route) =>
      route.fulfill({ status: 500, json: { error: { code: 'failed', message: 'x' } } }),
    settled: hasFailed,
  },
} satisfies Record<string, State>;

export const stateNames = Object.keys(states) as (keyof typeof states)[];

/**
 * One tab a role: from page to page as links lead, and loaded anew where an earlier answer would
 * hide that there is none.
 */
export async function readAt(
  name: keyof typeof states,
  shape: Shape,
  ids: readonly PageId[],
): Promise<readonly object[]> {
  const state: State = states[name];
  const seen = new Map<Role, Seen>();
  const found: object[] = [];
  for (const id of ids) {
    const role = roleOf(id);
    const tab =
      seen.get(role) ??
      (await open(browser, { url: state.url(), role, path: '/nowhere', ...shape }));
    seen.set(role, tab);
    const { page, complaints } = tab;
    await routedBy(state, page);
    const before = [...complaints];
    const path = addressOf(id, valuesOf(id));
    if (state.routed) await page.goto(state.url() + path);
    else await page.evaluate(leadTo(path));
    await isOpen(page);
    await state.settled(page);
    const placed = await misplaced(page);
    // What the API refuses is told on the page; the browser says so as well.
    const complained = complaints
      .filter((text) => !before.includes(text))
      .filter((text) => !text.startsWith('Failed to load resource'));
    await picture(page, [id, name, shape.language, shape.width].join('-'));
    found.push({ id, ...placed, faults: await faultsFound(page), complained });
  }
  for (const { close } of seen.values()) await close();
  return found;
}

/** The console always hears which user is signed in: without it there is no page. */
async function routedBy({ routed }: State, page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (routed) await page.route(/\/api\/(?!me$)/, routed);
}

export const nothing = (ids: readonly PageId[]) =>
  ids.map((id) => ({ id, ...wellPlaced, faults: [], complained: [] }));
