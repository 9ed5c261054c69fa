import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { members, renewals } from '#flows/renewals/show-renewals';
import { pageOf } from '#local/simulation/page';
import { settings } from '#local/simulation/play';
import { playYear } from '#local/simulation/year';
import { startBrowser, widths } from './browser.ts';

let browser: Browser;
let html: string;

beforeAll(async () => {
  const made = { workers: 120, months: 12, effect: 4, kept: 0, holdout: 10, seed: 7 };
  const year = await playYear(made);
  html = pageOf({
    made,
    renewals: await renewals({ ...year, by: null }, year.memory, settings),
    members: await members(year, year.memory, settings),
    asOf: year.asOf,
    ...{ texts: year.memory.state.outbox.length, payments: year.payments.length },
  });
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** Run in the page: what is cut off, and which labels of a chart lie across each other. */
const faults = (page: Page) =>
  page.evaluate(`(() => {
    const edge = document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('td, th, svg text, p, li')]
      .filter((each) => each.getBoundingClientRect().right > edge)
      .map((each) => each.textContent);
    const crossed = [...document.querySelectorAll('svg')].flatMap((chart) => {
      const labels = [...chart.querySelectorAll('text')].map((each) => [
        each.textContent,
        each.getBoundingClientRect(),
      ]).filter(([, box]) => box.width > 0);
      return labels.flatMap(([name, box], at) => labels.slice(at + 1)
        .filter(([, other]) => box.left < other.right && other.left < box.right &&
          box.top < other.bottom && other.top < box.bottom)
        .map(([other]) => name + ' × ' + other));
    });
    return { sideways: document.documentElement.scrollWidth - edge, cut, crossed };
  })()`);

describe.each(Object.entries(widths))('the page of a simulated year, %s', (_, width) => {
  it('shows all of itself, and no label across another', async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.setContent(html);
    expect(await page.locator('svg text').count()).toBeGreaterThan(20);
    expect(await faults(page)).toEqual({ sideways: 0, cut: [], crossed: [] });
    await page.close();
  });
});
