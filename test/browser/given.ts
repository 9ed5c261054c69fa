import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startTestStage, type TestStage } from '../stage/stage.ts';
import { startBrowser } from './browser.ts';

export let stage: TestStage;
export let browser: Browser;
export let url: string;

/** A stage and a browser for the tests of a file. It is 08:00 on Tuesday 10 November 2026. */
export function beginStage(
  prepare: () => Promise<unknown> = async () => undefined,
  of: Partial<Parameters<typeof startTestStage>[0]> = {},
): void {
  beforeAll(async () => {
    [stage, browser] = await Promise.all([
      startTestStage({ now: '2026-11-10T08:00+07:00', ...of }),
      startBrowser(),
    ]);
    url = stage.url();
    await prepare();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });
}
