import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Exported, linesIn } from '../../bin/verify/exported.ts';
import { type Evidence, type Item, textIn } from '../../test/prove/verify/planting.ts';
import { plants } from '../../test/prove/verify/plants.ts';

/** No two of them break the same promise. */
const faults = [
  ...['a text that left twice', 'a row twice', 'a row that was lost', 'a text after its payment'],
  ...['a month too many', 'credit out of nothing', 'a counter of receipts that is one too high'],
  ...['a claim left standing', 'a text to somebody held out', 'a text at night'],
].map((name) => {
  const plant = plants.find(({ fault }) => fault === name);
  if (!plant) throw new Error(`Nobody plants ${name}`);
  return plant;
});
const workersEach = 400;

/** `workerId`: null where a fault is nobody's. */
type Found = Readonly<{ fault: string; found: RegExp; workerId: string | null }>;

/**
 * Plants ten faults in the export of a made-up month, each among workers of its own, the first of
 * its first file; its last file has the counters. `log`: what the carrier says of these workers.
 * Writes into `folder` what is other than before, and what the carrier says besides.
 */
export async function planted(exported: Exported, log: Evidence['log'], folder: string) {
  const [first = '', ...others] = exported.files;
  const counters = (await linesOf(others.pop() ?? '')).map(itemIn);
  const lines = await linesOf(first);
  const starts = lines.flatMap((line, at) => (line.includes('"sk":{"S":"WRK"}') ? [at] : []));
  const rows: Item[] = [];
  const extra: Evidence['log'] = [];
  const found: readonly Found[] = faults.map(({ fault, found, plant }, index) => {
    const [from, to] = [index, index + 1].map((at) => starts[at * workersEach]);
    const evidence = { rows: [...lines.slice(from, to).map(itemIn), ...counters], log: [...log] };
    const row = plant(evidence);
    rows.push(...evidence.rows.filter((each) => !counters.includes(each)));
    extra.push(...evidence.log.slice(log.length));
    return { fault, found, workerId: row && textIn(row, 'workerId') };
  });
  const untouched = lines.slice(starts[faults.length * workersEach]);
  const write = (name: string, content: readonly string[]): string => {
    const text = content.map((line) => `${line}\n`).join('');
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
    return join(folder, name);
  };
  const files = [
    write('first.json.gz', [...rows.map(lineOf), ...untouched]),
    ...others,
    write('counters.json.gz', counters.map(lineOf)),
  ];
  const besides = extra.map((record) => JSON.stringify(record));
  return { found, files, log: write('besides.log', besides) };
}

async function linesOf(file: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesIn([file])) lines.push(line);
  return lines;
}

const itemIn = (line: string): Item => JSON.parse(line).Item;
const lineOf = (Item: Item): string => JSON.stringify({ Item });
