import { expect, it } from 'vitest';
import { tally } from '#flows/renewals/tally';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { inOrder, sumsOf } from '../unit/flows/renewals/counted.ts';
import { reminderRow, rowsLeft, shard, siti, sitisYear } from '../unit/flows/renewals/tallying.ts';
import { explore, type Scenario } from './interleave.ts';

/** Two get the same changes in two steps; either may crash anywhere, and the changes come again. */
const scenario: Scenario = {
  name: 'the same changes counted by two at once',
  switches: 2,
  crashes: 1,
  make: async (gate) => {
    const memory = inMemoryPorts({
      gate: async (operation, when) => (when === 'before' ? gate(operation) : undefined),
    });
    const counts = { ...memory.counts, most: { places: 2 } };
    const act = () => tally({ shard, changes: sitisYear }, { counts });
    return {
      actors: ['first', 'second'].map((name) => ({ name, act, crashable: true })),
      verify: async () => {
        await act();
        const gone = [reminderRow({ status: 'delivered' })];
        const holds =
          String(inOrder(memory.state.counters.live)) === String(inOrder(sumsOf(rowsLeft)));
        const keeps =
          String(inOrder(memory.state.counters.archived)) === String(inOrder(sumsOf(gone)));
        const first = memory.state.counters.firstImport === siti.cycle.since;
        return holds && keeps && first ? [] : ['not counted once'];
      },
    };
  },
};

it('counts once whoever goes first, and wherever one of them crashes', async () => {
  const { schedules, violations } = await explore(scenario);
  expect(violations).toEqual([]);
  expect(schedules).toBeGreaterThan(100);
});
