import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#triggers';
import {
  drawn,
  faultsFound,
  misplaced,
  open,
  picture,
  type Seen,
  type Width,
  wellPlaced,
  widths,
} from './browser.ts';
import { grow } from './grown.ts';
import { otherLanguage } from './words.ts';

/**
 * All there is to see in the console: each page and each view of it, as each role that sees it
 * differently, and the dialogs. `press`: by their names in either language, one after the other.
 */
export type Look = Readonly<{
  name: string;
  role: Role;
  path: string;
  press?: readonly RegExp[];
}>;

/** What the addresses name. `final`: a month that is closed. */
export type Named = Readonly<{ worker: string; month: string; final: string }>;

const more = /^(Lainnya|More)$/;
const views = ['rates', 'curve', 'groups', 'effect', 'worth', 'kept', 'steps', 'members'] as const;
const dimensions = ['sector', 'language', 'tenure'] as const;
const kinds = ['unknown', 'failed', 'missed', 'undelivered', 'dead-letter'] as const;

export const looksAt = ({ worker, month, final }: Named): readonly Look[] => [
  ...of('admin', {
    today: '/',
    workers: '/workers',
    worker: `/workers/${worker}`,
    import: '/workers/import',
    plan: '/plan',
    settings: '/settings',
    runs: '/runs',
    activity: '/activity',
    renewals: '/renewals',
    payments: '/payments',
    nowhere: '/nowhere',
    ...Object.fromEntries(kinds.map((kind) => [`attention-${kind}`, `/attention/${kind}`])),
  }),
  ...of('finance', {
    ...Object.fromEntries(
      views.map((view) => [`renewals-${view}`, `/renewals?view=${view}&month=${final}`]),
    ),
    ...Object.fromEntries(
      dimensions.map((by) => [
        `renewals-by-${by}`,
        `/renewals?view=groups&month=${final}&by=${by}`,
      ]),
    ),
    'renewals-now': `/renewals?view=groups&month=${month}`,
    cohort: `/renewals/${final}`,
    payments: '/payments',
    unmatched: '/payments?kind=unmatched',
    flagged: '/payments?kind=flagged',
    'payments-import': '/payments/import',
    closings: '/closings',
    closing: `/closings/${final}`,
    workers: '/workers',
    worker: `/workers/${worker}`,
    'attention-failed': '/attention/failed',
    'not-theirs': '/plan',
  }),
  ...of('service', { workers: '/workers', worker: `/workers/${worker}` }),
  ...dialogs('admin', '/', { pause: [/^(Jeda semua SMS|Pause all texts)$/] }),
  ...dialogs('admin', `/workers/${worker}`, {
    correct: [/^(Perbaiki data|Correct)/],
    stop: [/^(Hentikan SMS|Stop texts)/],
    end: [more, /^(Akhiri kepesertaan|End membership)/],
    erase: [more, /^(Hapus data|Erase worker)/],
  }),
  ...dialogs('admin', '/plan', {
    look: [/(versi|version) 2$/],
    restore: [/^(Pulihkan versi|Restore version) 1$/],
  }),
  ...dialogs('finance', '/payments', { reverse: [/^(Batalkan pembayaran|Reverse payment)/] }),
  ...dialogs('finance', '/payments?kind=unmatched', { match: [/^(Cari peserta|Find worker)/] }),
  ...dialogs('finance', '/closings', { close: [/^(Tutup bulan|Close a month)$/] }),
  ...dialogs('finance', '/renewals', { meaning: [/^(Penjelasan istilah|What it means)/] }),
];

const of = (role: Role, paths: Readonly<Record<string, string>>): readonly Look[] =>
  Object.entries(paths).map(([name, path]) => ({ name: `${role}-${name}`, role, path }));

const dialogs = (
  role: Role,
  path: string,
  all: Readonly<Record<string, readonly RegExp[]>>,
): readonly Look[] =>
  Object.entries(all).map(([name, press]) => ({ name: `${role}-ask-${name}`, role, path, press }));

type Asked = Readonly<{
  browser: Browser;
  url: string;
  language: 'id' | 'en';
  sizes: readonly Width[];
  /** By which the stage's numbers are multiplied. */
  factor: number;
}>;

/** What is wrong with each of these looks; nothing where all is well. One tab a role. */
export async function faultsOf(asked: Asked, looks: readonly Look[]): Promise<readonly object[]> {
  const tabs = new Map<Role, Tab>();
  const found: object[] = [];
  for (const look of looks) {
    const tab = tabs.get(look.role) ?? (await tabFor(look.role, asked));
    tabs.set(look.role, tab);
    const [said, told] = [[...tab.complaints], tab.untrue.length];
    await lookAt(tab, asked.url, look);
    const wrong = {
      placed: await misplacedAt(tab, asked, look.name),
      axe: await faultsFound(tab.page),
      otherLanguage: await otherLanguage(tab.page, asked.language),
      complained: tab.complaints.filter((each) => !said.includes(each)),
      untrue: tab.untrue.slice(told),
    };
    if (Object.values(wrong).some((each) => each.length > 0))
      found.push({ look: look.name, wrong });
  }
  for (const { close } of tabs.values()) await close();
  return found;
}

type Tab = Seen & Readonly<{ untrue: readonly string[]; calls: () => number }>;

async function tabFor(role: Role, { browser, url, language, factor }: Asked): Promise<Tab> {
  const seen = await open(browser, { url, role, path: '/nowhere', language });
  let calls = 0;
  seen.page.on('request', () => (calls += 1));
  seen.page.on('requestfinished', () => (calls -= 1));
  seen.page.on('requestfailed', () => (calls -= 1));
  return { ...seen, untrue: await grow(seen.page, factor), calls: () => calls };
}

async function lookAt(tab: Tab, url: string, { path, press = [] }: Look): Promise<void> {
  const { page } = tab;
  await page.goto(url + path);
  await page.locator('h1').first().waitFor();
  await settled(tab);
  for (const name of press) {
    const button = page.getByRole('button', { name }).or(page.getByRole('menuitem', { name }));
    await button.filter({ visible: true }).first().click();
    await settled(tab);
  }
}

/** On each of the widths, without a second visit. */
async function misplacedAt(
  tab: Tab,
  { language, sizes, factor }: Asked,
  name: string,
): Promise<readonly object[]> {
  const { page } = tab;
  const found: object[] = [];
  for (const size of sizes) {
    await page.setViewportSize({ width: widths[size], height: 900 });
    await settled(tab);
    const placed = await misplaced(page);
    const crumbled = await crumbledTexts(page, fewestWords[size]);
    if (!isDeepStrictEqual({ ...placed, crumbled }, { ...wellPlaced, crumbled: [] }))
      found.push({ size, ...placed, crumbled });
    await picture(page, [name, `x${factor}`, language, size].join('-'));
  }
  return found;
}

/** So many words may not stand with one on each line; on a phone there are cards. */
const fewestWords = { wide: 3, tablet: 4, phone: Number.POSITIVE_INFINITY } as const;

/**
 * Texts of a table with one word on each line, as the columns beside theirs took the room: none.
 * A day of a calendar has a seventh of it, whatever stands there.
 */
const crumbledTexts = (page: Page, fewest: number): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const root = document.querySelector('#console');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const crumbled = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const words = text.textContent.trim().split(/\\s+/);
      const isInTable = text.parentElement.closest('table:not(.calendar) td');
      if (words.length < ${fewest} || !isInTable) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size === words.length) crumbled.push(words.join(' '));
    }
    return [...new Set(crumbled)];
  })()`);

/** Nothing is asked for any more, and nothing says that it waits: what waits ends in dots. */
async function settled({ page, calls }: Tab): Promise<void> {
  for (let calm = 0; calm < 3; ) {
    await drawn(page);
    const waiting = await page.getByText(/ …$/).filter({ visible: true }).count();
    calm = calls() === 0 && waiting === 0 ? calm + 1 : 0;
  }
}
