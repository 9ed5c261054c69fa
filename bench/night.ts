import { readOptions } from '../bin/command.ts';
import { memoryStorm } from '../test/prove/storm/memory-storm.ts';
import { storm } from '../test/prove/storm/storm.ts';

const usage = `npm run prove:night -- [--texts 1000000] [--seeds 1-30]

  What takes hours: so many texts in memory and in virtual time, with a fault at any await, then
  storms of these seeds on running stages. It says how far it is, and prints the figures for
  bench/RESULTS.md; it exits with 1 if a promise was broken.

  Example: npm run prove:night -- --texts 100000 --seeds 1-3`;

const { texts: wanted, seeds } = readOptions(
  { texts: { type: 'string', default: '1000000' }, seeds: { type: 'string', default: '1-30' } },
  usage,
);

type Outcome = Readonly<{
  broken: readonly string[];
  injected: Readonly<Record<string, number>>;
  rows: Readonly<Record<string, number>>;
  texts: number;
}>;

/** Adds up what the seeds tell; each broken promise is said at once. */
function sums() {
  const all = { seeds: 0, texts: 0, broken: 0, injected: counter(), rows: counter() };
  const began = performance.now();
  return {
    all,
    minutes: () => ((performance.now() - began) / 60_000).toFixed(1),
    add(seed: number, { broken, injected, rows, texts }: Outcome): void {
      all.seeds += 1;
      all.texts += texts;
      all.broken += broken.length;
      all.injected.add(injected);
      all.rows.add(rows);
      for (const sentence of broken) console.log(`BROKEN  seed ${seed}: ${sentence}`);
    },
  };
}

function counter() {
  const counts = new Map<string, number>();
  return {
    add(more: Readonly<Record<string, number>>): void {
      for (const [name, count] of Object.entries(more))
        counts.set(name, (counts.get(name) ?? 0) + count);
    },
    table: (): string =>
      [...counts]
        .sort()
        .map(([name, count]) => `| ${name} | ${count.toLocaleString('en')} |`)
        .join('\n'),
  };
}

const report = (title: string, { all, minutes }: ReturnType<typeof sums>): void =>
  console.log(
    `\n## ${title}\n\n${all.seeds} seeds, ${all.texts.toLocaleString('en')} texts, ` +
      `${all.broken} broken promises, ${minutes()} minutes.\n\n` +
      `| injected | times |\n|---|---|\n${all.injected.table()}\n\n` +
      `| rows | so many |\n|---|---|\n${all.rows.table()}`,
  );

const inMemory = sums();
for (let seed = 1; inMemory.all.texts < Number(wanted); seed += 1) {
  inMemory.add(seed, await memoryStorm(seed, 400));
  if (seed % 50 === 0)
    console.error(`in memory: ${inMemory.all.texts} of ${wanted} texts, ${inMemory.minutes()} min`);
}
report('In memory, a fault at any await', inMemory);

const [first = 1, last = first] = seeds.split('-').map(Number);
const onStages = sums();
for (let seed = first; seed <= last; seed += 1) {
  onStages.add(seed, await storm(seed, console.error));
  console.error(
    `seed ${seed} of ${last}: ${onStages.all.broken} broken, ${onStages.minutes()} min`,
  );
}
report('On running stages', onStages);
process.exitCode = inMemory.all.broken + onStages.all.broken > 0 ? 1 : 0;
