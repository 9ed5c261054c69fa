import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/browser/ready.ts'],
    // Only against what hangs: how long something takes on a busy machine says nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // On two cores Vitest would run one file at a time, and half of what runs is waiting for a stage.
    maxWorkers: 2,
    // Tests that run side by side start processes of their own.
    maxConcurrency: 2,
  },
});
