import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Planted, planted } from './planted-faults/planted.ts';

/**
 * Plants one fault after the other into a copy of the sources, and lets storms look for it on a
 * running stage: `npx node bench/planted-faults.ts`. One alone: `… "texts at night"`.
 */
const seeds = '1-5';
const [only] = process.argv.slice(2);
let missed = 0;

console.log('| planted fault | found by seed | what was seen |\n|---|---|---|');
for (const each of planted.filter(({ fault }) => only === undefined || fault === only)) {
  const { seed, broken } = await stormsOn(each);
  console.log(`| ${each.fault} | ${seed ?? `none of ${seeds}`} | ${broken} |`);
  if (seed === null) missed += 1;
}
process.exitCode = missed > 0 ? 1 : 0;

async function stormsOn({ file, cut, put = '' }: Planted) {
  const house = copyOfTheHouse();
  try {
    const source = readFileSync(join(house, file), 'utf8');
    const without = source.replace(cut, put);
    if (without === source) throw new Error(`${file} no longer has ${cut}`);
    writeFileSync(join(house, file), without);
    return read(await outputOf(house));
  } finally {
    rmSync(house, { recursive: true });
  }
}

/** The line of the last seed counts its broken promises; they follow it. */
function read(output: string): Readonly<{ seed: number | null; broken: string }> {
  const lines = output.split('\n');
  const [, seed] = /"seed":(\d+)/.exec(lines.findLast((line) => line.startsWith('{')) ?? '') ?? [];
  const sentences = lines.filter((line) => line.startsWith('BROKEN'));
  const promises = new Set(sentences.map((line) => line.slice('BROKEN  '.length).split(': ')[0]));
  const broken = [...promises].slice(0, 3).join('; ');
  return { seed: sentences.length > 0 ? Number(seed) : null, broken };
}

function copyOfTheHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'ingat-planted-'));
  const parts = ['package.json', 'package-lock.json', 'bin', 'functions', 'lib', 'local'];
  for (const part of [...parts, 'test', 'docs', 'web'])
    cpSync(part, join(house, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  return house;
}

function outputOf(house: string): Promise<string> {
  return new Promise((resolve) => {
    const options = ['test/prove/storm/run.ts', '--seeds', seeds, '--until-broken'];
    const child = spawn(process.execPath, options, { cwd: house });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => process.stderr.write(`  ${data}`));
    child.on('close', () => resolve(output));
  });
}
