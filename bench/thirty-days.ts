import { csvOf, people } from '../test/stage/roster.ts';
import { startTestStage } from '../test/stage/stage.ts';

/**
 * Lets 30 days pass on the clock of a stage with 1,000 workers who owe November, from the 1st to the 1st: `before`, `eve` and `after` to each of them, and
 * 2,880 audits. Wanted: under two minutes. Repeat it with `npx node bench/thirty-days.ts`, or with another number of workers after it.
 */
const workers = Number(process.argv[2] ?? 1_000);

const stage = await startTestStage({ now: '2026-11-01T08:00+07:00' });
try {
  await timed(`${workers} workers are imported`, async () => {
    for (let first = 1; first <= workers; first += 1_000)
      await stage.importCsv(csvOf(people(Math.min(1_000, workers + 1 - first), {}, first)));
  });
  await timed('30 days pass', () => stage.clockBy('P30D'));
  console.log(`${(await stage.outbox()).length} texts left`);
} finally {
  await stage.stop();
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
}
