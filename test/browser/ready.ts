import chromium from '@sparticuz/chromium';
import { buildConsole, consoleIsBuilt } from '#local/http/console-build';

/** Once before all tests: stages that start side by side find the console built, and browsers their program unpacked. */
export async function setup(): Promise<void> {
  if (!consoleIsBuilt()) await buildConsole();
  await chromium.executablePath();
}
