import { readFileSync } from 'node:fs';

export const runbook = () => readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8');

const blocks = /^ *```\w*\n([\s\S]+?)^ *```/gm;

/** What the commands of the runbook begin with; each has a test that plays them. */
export const programs = ['aws', 'curl', 'export', 'npm', 'npx'] as const;

/** The lines of its blocks, whatever they are; of two for one command one is made. */
export const runbookLines = (): readonly string[] =>
  [...runbook().matchAll(blocks)].flatMap(([, block = '']) =>
    block
      .trim()
      .replaceAll(/\\\n\s*/g, '')
      .split(/\n\s*/),
  );

/** The lines that begin with one of the programs, and such commands within a sentence. */
export function runbookCommands(program: (typeof programs)[number]) {
  const inSentences = [
    ...runbook()
      .replaceAll(blocks, '')
      .matchAll(/`([^`]+)`/g),
  ];
  const commands = [
    ...runbookLines(),
    ...inSentences.map(([, code = '']) => code.replaceAll(/\s+/g, ' ')),
  ].map((line) =>
    line
      .replace(/\s+#.*$/, '')
      .replace(/^.*\$\((.+)\)$/, '$1')
      .trim(),
  );
  return [...new Set(commands.filter((command) => command.startsWith(`${program} `)))];
}

/** The words of a command as a shell would split them. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => double + single),
  );
