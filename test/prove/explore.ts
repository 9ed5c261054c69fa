import { confirmingScenarios } from './confirming-contract.ts';
import { explore } from './interleave.ts';
import { scenarios } from './sending-contract.ts';

const [only] = process.argv.slice(2);

/**
 * `node test/prove/explore.ts [SCENARIO]` explores one scenario or all, and exits with 1 if one
 * breaks.
 */
const all = [...scenarios, ...confirmingScenarios];
for (const scenario of all.filter(({ name }) => only === undefined || name === only)) {
  const { schedules, violations } = await explore(scenario);
  console.log(`${scenario.name}: ${schedules} schedules`);
  const [first] = violations;
  if (!first) continue;
  console.log(`BROKEN: ${first.broken.join('; ')}\n  ${first.schedule.join('\n  ')}`);
  process.exit(1);
}
