import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, misplaced, type Width, wellPlaced, widths } from '../../browser/browser.ts';
import { begin, end, row, seen } from '../../browser/renewals-given.ts';

beforeAll(begin);
afterAll(end);

describe('a window that is made narrower or wider', () => {
  const room = `(() => {
    const chart = [...document.querySelectorAll('main svg')].find((each) => each.clientWidth > 100);
    const endOf = (element) => Math.round(element.getBoundingClientRect().right);
    return endOf(chart.closest('[class*=awsui_content]')) - endOf(chart);
  })()`;
  const placed = async (page: Page) => ({
    ...(await misplaced(page)),
    besideChart: await page.evaluate(room),
    opens: await page.getByRole('button', { name: 'Buka navigasi' }).isVisible(),
  });

  /** How the page stands once it is as it should be, or never will be. */
  async function standing(page: Page, width: Width, right: object) {
    await page.setViewportSize({ width: widths[width], height: 900 });
    for (let frames = 0; frames < 10_000; frames += 2) {
      if (isDeepStrictEqual(await placed(page), right)) break;
      await drawn(page);
    }
    return placed(page);
  }

  it('cuts neither the bar on top nor a chart, and has the navigation where there is room', async () => {
    const { page, complaints, close } = await seen('/renewals?view=curve&month=2026-10');
    await page.getByRole('heading', { name: 'Tabel' }).waitFor();
    await page.getByText('Hari setelah jatuh tempo (minus: sebelum)').first().waitFor();
    for (const width of ['phone', 'wide', 'tablet', 'phone', 'tablet'] as const) {
      const right = { ...wellPlaced, besideChart: 0, opens: width === 'phone' };
      expect({ width, ...(await standing(page, width, right)) }).toEqual({ width, ...right });
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

it.each(['members', 'rates', 'effect'])('%s has room on a tablet held upright', async (view) => {
  const given = (page: Page) => page.setViewportSize({ width: 768, height: 1024 });
  const path = `/renewals?from=2026-10&to=2026-11&view=${view}`;
  const { page, close } = await seen(path, { given });
  await row(page, 'Oktober 2026').first().waitFor();
  await drawn(page);
  expect(await misplaced(page)).toEqual(wellPlaced);
  await close();
});
