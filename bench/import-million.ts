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

const began = performance.now();
let told = 0;
const { shown, found, memory, seconds, cpu } = await killedImport(
  rows,
  Array.from({ length: kills }, (_, at) => (at + 1) / (kills + 1)),
  ({ state, rows: { done, total } }, resident) => {
    if (performance.now() - told < 10_000 && state === 'running') return;
    told = performance.now();
    const after = Math.round((told - began) / 1_000);
    console.error(`${after} s, ${state}: ${done} of ${total} rows, ${Math.round(resident)} MB`);
  },
);
const { accepted, created, updated, unchanged } = shown.counts;
console.log(
  `${rows} rows, ${kills} kills: ${shown.state}, ${accepted} accepted (${created} created, ` +
    `${updated} updated, ${unchanged} unchanged), ${found.workers} workers in the table, ` +
    `${found.missing} missing, ${found.strangers} strangers, ${Math.round(seconds)} s, ` +
    `${Math.round(rows / seconds)} rows/s, ${cpu.toFixed(2)} ms of CPU a row, stage ` +
    `${Math.round(memory.peak)} MB at most, ${Math.round(memory.median)} MB in the middle`,
);
