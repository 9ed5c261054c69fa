import { cpus, totalmem } from 'node:os';
import type { Rows, Subject } from './subject.ts';

/** The section of a subject in bench/RESULTS.md, with the command and the machine. */
export const sectionOf = (name: string, { title, how, columns }: Subject, rows: Rows): string =>
  [
    `## ${title}`,
    wrapped(`\`npm run bench -- ${name}\`, ${date()}, ${machine()}. ${how}`),
    [columns, columns.map(() => '---'), ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n'),
    '',
  ].join('\n\n');

/** In place of the section with the same title; a new one stands at the end. */
export function withSection(results: string, section: string): string {
  const title = section.slice(0, section.indexOf('\n'));
  const parts = results.split(/^(?=## )/m);
  const others = parts.filter((part) => part.split('\n')[0] !== title);
  const place = parts.findIndex((part) => part.split('\n')[0] === title);
  const before = place < 0 ? others : others.slice(0, place);
  const after = place < 0 ? [] : others.slice(place);
  return [...before, section, ...after].map((part) => `${part.trimEnd()}\n`).join('\n');
}

/** Lines of at most 100 characters. */
function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length + 1 > 100) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}

const date = (): string =>
  new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` +
  `${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
