import type { Locator, Page } from 'playwright-core';
import type { Plan } from '#domain/plan/plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { open, type Seen } from './browser.ts';
import { beginStage, browser, stage, url } from './given.ts';

export { browser, stage, url };

/** Tuesday 10 November 2026, the day before `before`: 12 owe November in Jakarta's zone. */
export const begin = (): void =>
  beginStage(async () => {
    await stage.importCsv(csvOf(people(12)));
    await stage.clockBy('PT1M');
  });

export const current = (): Promise<Plan> => stage.ask('GET', '/api/plan', asAdmin());

export const anotherSaves = async (facts: Partial<Plan>): Promise<Plan> => {
  const plan = await current();
  return stage.ask('PUT', '/api/plan', {
    ...asAdmin({ ...plan, ...facts }),
    headers: { 'if-match': String(plan.version) },
  });
};

export const planPage = (path = '/plan', given?: (page: Page) => Promise<unknown>): Promise<Seen> =>
  open(browser, { url, role: 'admin', path, ...(given && { given }) });

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** What changes people, money or measurement is asked about once more. */
export const save = async (page: Page): Promise<void> => {
  await press(page, 'Simpan');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Simpan/ })
    .click();
};

export const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

export const isPaused = (page: Page): Locator =>
  page.getByText('Semua SMS dijeda', { exact: true });
