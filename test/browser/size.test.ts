import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, it } from 'vitest';
import { consoleFolder } from '#local/http/console-build';

type Chunk = Readonly<{ file: string; css?: readonly string[]; imports?: readonly string[] }>;

const read = (file: string): Buffer => readFileSync(join(consoleFolder, file));
const chunks: Readonly<Record<string, Chunk>> = JSON.parse(read('.vite/manifest.json').toString());

/** A chunk, its styles, and what it cannot begin without. */
function filesOf(name: string): readonly string[] {
  const { file, css = [], imports = [] } = chunks[name] ?? { file: `no chunk ${name}` };
  return [file, ...css, ...imports.flatMap(filesOf)];
}

/** As CloudFront compresses. */
const compressed = (file: string): number =>
  brotliCompressSync(read(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

it('brings the first page of the console over a slow line in less than 500 KB', () => {
  const messages =
    Object.keys(chunks).find((name) => name.endsWith('messages/all.id.js')) ?? 'messages/all.id.js';
  const files = new Set(['index.html', messages, 'src/today/today.tsx'].flatMap(filesOf));
  const sizes = [...files].map(compressed);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
  // What is measured is all there is: script, styles, messages and the page.
  expect(files.size).toBeGreaterThanOrEqual(4);
});
