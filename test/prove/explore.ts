import { explore } from './interleave.ts';
import { scenarios } from './sending-contract.ts';

const [only] = process.argv.slice(2);

/** `node test/prove/explore.ts [SCENARIO]`: walks through all scenarios, or the one named, and ends with 1 at the first that breaks the contract. */
for (const scenario of scenarios.filter(({ name }) => only === undefined || name === only)) {
  const { schedules, violations } = await explore(scenario);
  console.log(`${scenario.name}: ${schedules} schedules`);
  const [first] = violations;
  if (!first) continue;
  console.log(`BROKEN: ${first.broken.join('; ')}\n  ${first.schedule.join('\n  ')}`);
  process.exit(1);
}
