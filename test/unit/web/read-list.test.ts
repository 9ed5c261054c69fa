import { expect, it } from 'vitest';
import { setAsideHeader, setAsideLines } from '#domain/imports/set-aside';
import { problem } from '#domain/problem';
import { readList } from '#web/src/import/refused/read-list';

const conflictsUpTo = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ line: at + 2, ...problem('line-busy') }));

/** In chunks that end anywhere, within a letter too. */
function listOf(count: number): ReadableStream<Uint8Array> {
  const aside = { rejected: [], conflicts: conflictsUpTo(count), warnings: [] };
  const bytes = new TextEncoder().encode(setAsideHeader + setAsideLines(aside));
  return new ReadableStream({
    start(to) {
      for (let at = 0; at < bytes.length; at += 65_521) to.enqueue(bytes.subarray(at, at + 65_521));
      to.close();
    },
  });
}

it('reads a list whole, and of a long one the beginning', async () => {
  expect(await readList(listOf(1_000))).toMatchObject({
    isWhole: true,
    lines: conflictsUpTo(1_000),
  });
  const { isWhole, lines } = await readList(listOf(100_000));
  expect([isWhole, lines.length > 10_000, lines.length < 100_000]).toEqual([false, true, true]);
  expect(lines).toMatchObject(conflictsUpTo(lines.length));
});
