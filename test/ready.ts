import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { buildConsole, consoleIsBuilt } from '#local/http/console-build';

/**
 * Once before all tests of a project: stages that start side by side find the console built, and
 * browsers their program unpacked.
 */
export async function setup({ name }: TestProject): Promise<void> {
  if (!consoleIsBuilt()) await buildConsole();
  if (name !== 'stage') await chromium.executablePath();
}
