import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Dozens of processes load the same modules: each compiled once, a stage starts in half the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');

/** A project is a folder of test/. */
const project = (name: string, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...more },
});

/** For all files of a worker: Vitest loads our own modules anew for each, and no others. */
const oneProcess = { isolate: false };
const needsConsole = { globalSetup: ['test/ready.ts'] };

export default defineConfig({
  test: {
    // Only against what hangs: how long something takes on a busy machine says nothing.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    // On two cores Vitest would run one file at a time, and half of what runs is waiting for a stage.
    maxWorkers: 3,
    // Tests that run side by side start processes of their own.
    maxConcurrency: 2,
    projects: [
      project('unit', oneProcess),
      project('stage', needsConsole),
      project('browser', { ...oneProcess, ...needsConsole }),
      project('prove', needsConsole),
    ],
  },
});
