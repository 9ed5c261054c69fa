import { describe, expect, it } from 'vitest';
import { confirmingScenarios } from './confirming-contract.ts';
import { explore } from './interleave.ts';

describe('a payment is confirmed at most once, whoever crashes or goes first', () => {
  it.each(confirmingScenarios)('$name', async (scenario) => {
    const { schedules, violations } = await explore(scenario);
    expect(violations).toEqual([]);
    expect(schedules).toBeGreaterThan(100);
  });
});
