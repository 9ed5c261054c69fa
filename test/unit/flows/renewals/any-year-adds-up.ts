import { expect } from 'vitest';
import { addMonths, localDate, monthOf } from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import { isReminded, monthOwed } from '#domain/people/worker';
import { dimensions } from '#domain/renewals/counting/counter';
import { members, renewals } from '#flows/renewals/show-renewals';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { settings } from '../settings.ts';

/**
 * Outcomes add up to those due in each dimension, and members from month to month to those of now.
 */
export async function addsUp(memory: InMemoryPorts): Promise<void> {
  const today = localDate('Asia/Jakarta', memory.state.now);
  const span = { from: '2026-01', to: addMonths(monthOf(today), 3), asOf: today };
  const whole = await renewals({ ...span, by: null }, memory, settings);
  for (const by of dimensions) {
    const { items } = await renewals({ ...span, by }, memory, settings);
    for (const cohort of whole.items) {
      const parts = items.filter(({ month }) => month === cohort.month);
      for (const of of [
        ...outcomes,
        'due',
        'left',
        'startedLate',
        'amountDue',
        'amountReceived',
      ] as const)
        expect([cohort.month, by, of, parts.reduce((sum, part) => sum + part[of], 0)]).toEqual([
          cohort.month,
          by,
          of,
          cohort[of],
        ]);
    }
  }
  for (const cohort of whole.items)
    expect(outcomes.reduce((sum, of) => sum + cohort[of], 0)).toBe(cohort.due);
  const { items } = await members({ ...span, to: monthOf(today) }, memory, settings);
  for (const [index, { opening, joined, rejoined, lapsed, left, closing }] of items.entries()) {
    expect(opening + joined + rejoined - lapsed - left).toBe(closing);
    expect(items[index + 1]?.opening ?? closing).toBe(closing);
  }
  const now = [...memory.state.workers.values()].filter(
    (worker) => isReminded(worker) && lapseDate(monthOwed(worker), 3) > today,
  );
  expect(items.at(-1)?.closing).toBe(now.length);
}

const outcomes = ['onTime', 'inArrears', 'recovered', 'lapsed', 'open'] as const;
