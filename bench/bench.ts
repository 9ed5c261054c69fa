import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, misused, readArguments } from '../bin/command.ts';
import { sectionOf, withSection } from './frame/results.ts';
import type { Rows, Subject } from './frame/subject.ts';
import { subjects } from './subjects.ts';

const usage = `npm run bench -- [name …] [--write]

  Measures, on this machine, and prints a table each. Times are ratios within one run wherever they
  can be. --write puts the tables into bench/RESULTS.md in place of those that stand there.

  Names; without one all of them, which takes some hours:
${Object.entries(subjects)
  .map(([name, { title }]) => `    ${name.padEnd(16)} ${title}`)
  .join('\n')}

  Example: npm run bench -- send-rate`;

const { values, positionals } = readArguments(
  { write: { type: 'boolean', default: false } },
  usage,
);
const partFile = join(import.meta.dirname, 'frame/part.ts');
const file = join(import.meta.dirname, 'RESULTS.md');

await attempt(async () => {
  const unknown = positionals.find((name) => !(name in subjects));
  if (unknown) return misused(`There is no subject ${unknown}`);
  const asked = Object.entries(subjects).filter(
    ([name]) => positionals.length === 0 || positionals.includes(name),
  );
  for (const [name, subject] of asked) {
    const section = sectionOf(name, subject, measured(name, subject));
    console.log(section);
    if (values.write) writeFileSync(file, withSection(readFileSync(file, 'utf8'), section));
  }
});

function measured(name: string, { parts }: Subject): Rows {
  return Object.keys(parts).flatMap((part) => {
    console.error(`${name}: ${part} …`);
    const { stdout, stderr, status } = spawnSync(process.execPath, [partFile, name, part]);
    const last = String(stdout).trimEnd().split('\n').at(-1) ?? '';
    if (status !== 0) throw new Error(`${name}, ${part}, failed: ${stderr}`);
    return JSON.parse(last) as Rows;
  });
}
