import type { Browser, Page } from 'playwright-core';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { people } from '#local/made-up';
import type { TestStage } from '../stage/stage.ts';
import { open, type Seen } from './browser.ts';
import { playOctober } from './october.ts';

export type Answer = Readonly<{ items: readonly Renewals[]; overall: unknown }>;

let stage: TestStage;

let browser: Browser;

export let url: string;

export let october: Renewals;

/**
 * 3 came in late for September. Then it is 15 November: October can be compared, November is not
 * due before tomorrow.
 */
export const begin = async () => {
  [stage, browser] = await playOctober(21, people(3, { coveredThrough: '2026-08' }, 41));
  url = stage.url();
  const { items } = await stage.ask<Answer>('GET', '/api/renewals?from=2026-10', {
    role: 'finance',
  });
  october = items[0] as Renewals;
};

export const end = async () => {
  await browser?.close();
  await stage?.stop();
};

export const seen = (
  path: string,
  options: Partial<Parameters<typeof open>[1]> = {},
): Promise<Seen> => open(browser, { url, role: 'finance', path, ...options });

export const row = (page: Page, name: string) => page.locator('tr').filter({ hasText: name });

export async function cells(page: Page, name: string): Promise<readonly string[]> {
  await row(page, name).first().waitFor();
  return (await row(page, name).first().locator('th, td').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
}
