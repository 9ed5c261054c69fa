import { parseArgs } from 'node:util';
import { storm } from './storm.ts';

/** `npm run storm -- --seed 7`, or `--seeds 1-30`: exits with 1 if a promise was broken. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, seeds: { type: 'string' } } });
const [from = 1, to = from] = (values.seeds ?? values.seed ?? '1').split('-').map(Number);

for (let seed = from; seed <= to; seed += 1) {
  const began = performance.now();
  const { broken, ...outcome } = await storm(seed, (what) => console.error(what));
  const took = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...outcome, seconds: took, broken: broken.length }));
  for (const sentence of broken) console.log(`BROKEN  ${sentence}`);
  if (broken.length > 0) process.exitCode = 1;
}
