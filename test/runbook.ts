import { readFileSync } from 'node:fs';

const runbook = () => readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8');

/** The commands of the runbook, one line each: those in blocks, and those within a sentence. */
export function runbookCommands(): readonly string[] {
  const text = runbook();
  const blocks = [...text.matchAll(/^ *```\w*\n([\s\S]+?)^ *```/gm)].flatMap(([, block = '']) =>
    block.replaceAll(/\\\n\s*/g, '').split(/\n\s*/),
  );
  const inSentences = [...text.replaceAll(/^ *```[\s\S]+?^ *```/gm, '').matchAll(/`([^`]+)`/g)];
  return [...blocks, ...inSentences.map(([, code = '']) => code.replaceAll(/\s+/g, ' '))]
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/^.*\$\((.+)\)$/, '$1')
        .trim(),
    )
    .filter((line) => /^(aws|npm|npx) \S/.test(line));
}

/** The words of a command as a shell would split them. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => double + single),
  );
