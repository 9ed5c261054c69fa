import { readOptions } from '../bin/command.ts';
import { killedImport } from './import-million/killed-import.ts';

const usage = `npx node bench/import-million.ts [--rows 1000000] [--kills 2]

  Brings a roster of so many made-up people into a stage of its own (upload, pieces, result), ends
  the stage so many times with kill -9 on the way, and holds the workers in the table against the
  roster, one by one. It prints the line for bench/RESULTS.md.`;

const options = readOptions(
  { rows: { type: 'string', default: '1000000' }, kills: { type: 'string', default: '2' } },
  usage,
);
const [rows, kills] = [Number(options.rows), Number(options.kills)];

let told = 0;
const { shown, found, memory, seconds } = await killedImport(
  rows,
  Array.from({ length: kills }, (_, at) => (at + 1) / (kills + 1)),
  ({ state, rows: { done, total } }) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    console.error(`${state}: ${done} of ${total} rows`);
  },
);
const sorted = memory.samples.toSorted((a, b) => a - b);
const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
const { accepted, created, updated, unchanged } = shown.counts;
console.log(
  `${rows} rows, ${kills} kills: ${shown.state}, ${accepted} accepted (${created} created, ` +
    `${updated} updated, ${unchanged} unchanged), ${found.workers} workers in the table, ` +
    `${found.missing} missing, ${found.strangers} strangers, ${Math.round(seconds)} s, ` +
    `${Math.round(rows / seconds)} rows/s, stage ${Math.round(memory.peak)} MB at most, ` +
    `${Math.round(median)} MB in the middle`,
);
