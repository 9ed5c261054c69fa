import { scenarios } from './contract-of-section-4.ts';
import { explore } from './interleave.ts';

/** `node test/flows/explore.ts`: walks through all scenarios and ends with 1 at the first that breaks the contract. */
for (const scenario of scenarios) {
  const { schedules, violations } = await explore(scenario);
  console.log(`${scenario.name}: ${schedules} schedules`);
  const [first] = violations;
  if (!first) continue;
  console.log(`BROKEN: ${first.broken.join('; ')}\n  ${first.schedule.join('\n  ')}`);
  process.exit(1);
}
