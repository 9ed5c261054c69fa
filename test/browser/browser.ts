import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import {
  type APIResponse,
  type Browser,
  type Page,
  chromium as playwright,
  type Route,
} from 'playwright-core';
import type { UserId } from '#local/sign-in/users';

/** A Chromium from npm, so that the tests need nothing on the machine. */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => !unwanted.includes(argument)), ...quiet],
    headless: true,
  });
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
];

const unwanted = [
  // What the tests rely on: one origin cannot read another's, and a page that crashes stays alone.
  '--disable-web-security',
  '--single-process',
  // A graphics card played by the processor: four fifths of what drawing costs.
  '--in-process-gpu',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const widths = { wide: 1440, tablet: 1024, phone: 390 } as const;
export type Width = keyof typeof widths;

/** Each width once, and both languages, for what has to hold on all of them. */
export const shapes = [
  { language: 'id', width: 'phone' },
  { language: 'en', width: 'tablet' },
  { language: 'id', width: 'wide' },
] as const satisfies readonly Readonly<{ language: 'id' | 'en'; width: Width }>[];

/**
 * `given`: what holds before the page asks for anything. `byHand`: signs in as people do, and can
 * lose the session; else it is that of who signed in first on this stage.
 */
type Opened = Readonly<{
  url: string;
  role?: UserId;
  path?: string;
  width?: Width;
  language?: 'id' | 'en';
  given?: (page: Page) => Promise<unknown>;
  byHand?: boolean;
}>;

export type Seen = Readonly<{ page: Page; complaints: readonly string[]; close(): Promise<void> }>;

/** Milliseconds. Only against what hangs: how long a page takes on a busy machine says nothing. */
const neverInPractice = 600_000;

/** What a browser has by now. */
type Kept = Readonly<{
  /** Emptied tabs of earlier tests. A new one reads and compiles the whole console again. */
  left: Page[];
  /** A user signs in once on a stage, not for each test: the token lies in the tab. */
  sessions: Map<string, readonly [key: string, value: string]>;
}>;
const keptBy = new WeakMap<Browser, Kept>();

function keptOf(browser: Browser): Kept {
  const kept = keptBy.get(browser) ?? { left: [], sessions: new Map() };
  keptBy.set(browser, kept);
  return kept;
}

/** A tab signed in as the role's user and on the path; what its console complains of is kept. */
export async function open(
  browser: Browser,
  { url, role, path = '/', width = 'wide', language = 'id', given, byHand = false }: Opened,
): Promise<Seen> {
  const { left, sessions } = keptOf(browser);
  const page = left.pop() ?? (await newTab(browser));
  const session = byHand ? undefined : sessions.get(`${url} ${role}`);
  await page.setViewportSize({ width: widths[width], height: 900 });
  await page.goto(url + bare);
  await page.evaluate(`localStorage.setItem('ingat.language', '${language}')`);
  if (session) await page.evaluate(`sessionStorage.setItem(...${JSON.stringify(session)})`);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  // The console asks again: on a machine too busy to answer the SDK in three seconds, say.
  page.on('response', (answer) => {
    if (!answer.ok()) return;
    const left = complaints.filter((each) => !each.endsWith(` ${answer.url()}`));
    complaints.splice(0, complaints.length, ...left);
  });
  await given?.(page);
  await page.goto(url + path);
  if (session) await isSignedIn(page);
  else if (role) {
    await signInAs(page, role);
    sessions.set(`${url} ${role}`, await page.evaluate(ownSession));
  }
  return { page, complaints, close: () => leave(page, { browser, url }) };
}

/** An address of the console that is no page: there its storage can be written beforehand. */
const bare = '/settings.json';

const ownSession = `Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))`;

async function newTab(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(neverInPractice);
  return page;
}

/** Nothing of a test remains in its tab but what the browser has read of the console. */
async function leave(
  page: Page,
  { browser, url }: Readonly<{ browser: Browser; url: string }>,
): Promise<void> {
  for (const event of ['pageerror', 'console', 'request', 'response'])
    page.removeAllListeners(event);
  // Before it leaves the page: a page that is being replaced may never answer to it.
  await page.mouse.move(0, 0);
  // What a test's own routes are still busy with is no fault of another test.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(url + bare);
  await page.evaluate('localStorage.clear(), sessionStorage.clear()');
  await page.context().clearCookies();
  await page.emulateMedia({ media: null });
  keptOf(browser).left.push(page);
}

/** On the page that lets one choose; afterwards the console's frame is there. */
export async function signInAs(page: Page, role: UserId): Promise<void> {
  await page.locator(`button[value=${role}]`).click();
  await isSignedIn(page);
}

async function isSignedIn(page: Page): Promise<void> {
  await page.locator('#top').waitFor();
  await page.locator('h1').first().waitFor();
}

/** What the stage answers. A connection that it has closed meanwhile is opened anew. */
export const fetched = (route: Route): Promise<APIResponse> => route.fetch({ maxRetries: 2 });

/** The file that a button saves. */
export async function saved(page: Page, button: string | RegExp) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  return { name: file.suggestedFilename(), lines };
}

/** What axe finds, each with the first element it is about. */
export async function faultsFound(page: Page): Promise<readonly string[]> {
  // Run through the debugger, to which the page's content security policy does not apply.
  if (!(await page.evaluate<boolean>("'axe' in window")))
    await page.evaluate(`${axe.source}; axe.configure({ noHtml: true })`);
  return page.evaluate<readonly string[]>(violations);
}

/**
 * Only of these is the HTML read: to describe what is in order takes axe longer than to find it so.
 * The rows of a table after its twentieth are like those before.
 */
const violations = `axe
  .run({ exclude: ['tbody > tr:nth-child(n + 21)'] }, { resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, help, nodes: [{ target }] }) =>
    id + ': ' + help + ': ' + document.querySelector(target[0]).outerHTML.slice(0, 300)))`;

/** By how many pixels the page can be pushed sideways: none, whatever the width. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );

/**
 * How many tables are pushed out of their frame: none on a screen that is no phone, where they are
 * cards.
 */
export const cutTables = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `[...document.querySelectorAll('table')]
      .filter((table) => table.scrollWidth > table.parentElement.clientWidth).length`,
  );

/**
 * Texts of which a part is hidden: none, whatever the width. What is only there for screen readers
 * is one pixel wide.
 */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`[...document.querySelectorAll('#console *')]
    .filter(({ children, clientWidth, scrollWidth, textContent }) =>
      children.length === 0 && textContent.trim() !== '' &&
      clientWidth > 2 && scrollWidth > clientWidth + 1)
    .filter((element) => getComputedStyle(element).overflowX !== 'visible')
    .map(({ textContent }) => textContent.trim().slice(0, 60))`);

/**
 * Texts that lie across each other, on the page or in its dialog: what is seen of them, as tabs
 * that are pushed aside lie below the navigation. Boxes of letters are a little taller than those.
 */
const crossedTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')]
      .filter((each) => each.checkVisibility());
    const inFront = dialogs.at(-1) ?? document.querySelector('#console');
    const walker = document.createTreeWalker(inFront, NodeFilter.SHOW_TEXT);
    const isHidden = (element) =>
      element.clientWidth <= 2 && getComputedStyle(element).position === 'absolute';
    const isForScreenReaders = (element) =>
      element !== null && (isHidden(element) || isForScreenReaders(element.parentElement));
    const isSeen = (element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !isForScreenReaders(element);
    const within = (box, element) => {
      if (element === null) return box;
      const { overflowX } = getComputedStyle(element);
      const { left, right } = element.getBoundingClientRect();
      const cut = { ...box, left: Math.max(box.left, left), right: Math.min(box.right, right) };
      return within(overflowX === 'visible' ? box : cut, element.parentElement);
    };
    const boxes = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      const said = text.textContent.trim().slice(0, 40);
      if (said === '' || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const box = { said, left: left + 1, right: right - 1, top: top + 4, bottom: bottom - 4 };
        const seen = within(box, element);
        if (seen.left < seen.right) boxes.push(seen);
      }
    }
    const cross = (one, other) =>
      one.left < other.right && other.left < one.right &&
      one.top < other.bottom && other.top < one.bottom;
    return boxes.flatMap((one, at) => boxes.slice(at + 1)
      .filter((other) => cross(one, other))
      .map((other) => one.said + ' × ' + other.said));
  })()`);

/** What the page has been told is on the screen. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
  );

/** What of a page lies where it should not: nothing, whatever the width. */
export const misplaced = async (page: Page) => ({
  sideways: await sidewaysScroll(page),
  cut: await cutTexts(page),
  crossed: await crossedTexts(page),
  tables: await cutTables(page),
});

export const wellPlaced = { sideways: 0, cut: [], crossed: [], tables: 0 };

/** For people who ask for it: a picture of the whole page, in the folder that `PICTURES` names. */
export async function picture(page: Page, name: string): Promise<void> {
  const { PICTURES: pictures } = process.env;
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
