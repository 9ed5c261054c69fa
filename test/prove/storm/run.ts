import { readOptions } from '../../../bin/command.ts';
import { storm } from './storm.ts';

const usage = `npm run storm -- [--seed 7] [--seeds 1-30] [--until-broken]

  Plays a storm on a running stage: kills, faults of SNS and of the table, and people who act at the
  wrong moment, all drawn from the seed. Then it looks whether every promise was kept.
  It prints a line of JSON a seed and one for each broken promise; there it exits with 1.

  Example: npm run storm -- --seeds 1-5 --until-broken`;

const values = readOptions(
  {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    'until-broken': { type: 'boolean', default: false },
  },
  usage,
);
const [from = 1, to = from] = (values.seeds ?? values.seed ?? '1').split('-').map(Number);

for (let seed = from; seed <= to; seed += 1) {
  const began = performance.now();
  const { broken, ...outcome } = await storm(seed, (what) => console.error(what));
  const took = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...outcome, seconds: took, broken: broken.length }));
  for (const sentence of broken) console.log(`BROKEN  ${sentence}`);
  if (broken.length > 0) process.exitCode = 1;
  if (broken.length > 0 && values['until-broken']) break;
}
