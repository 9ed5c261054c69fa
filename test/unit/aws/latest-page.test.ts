import { expect, it } from 'vitest';
import { write } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { latestPage } from '#aws/latest-page';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';

const pks = ['LIST#0', 'LIST#1', 'LIST#2'];

/** `small` and `large` rows, so many a piece; a large one is over 300 KB, so 1 MB ends its page. */
async function aList(rows: Readonly<Record<string, readonly ('small' | 'large')[]>>) {
  const client = documentClient({
    requestHandler: inMemoryDynamoDb().requestHandler,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const database = { client, tableName: 'ingat' };
  for (const [pk, sizes] of Object.entries(rows))
    for (const [index, size] of sizes.entries()) {
      const sk = `${String(index).padStart(2, '0')}#${pk}`;
      await write(database, { put: { pk, sk, filling: size === 'large' ? large : '' } });
    }
  return async (pageSize: number) => {
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof latestPage>> = await latestPage(database, {
        ...{ pks, cursor, pageSize },
      });
      pages.push(page.rows.map(({ sk }) => String(sk)));
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  };
}

const large = 'x'.repeat(330_000);
const times = (count: number, size: 'small' | 'large') => Array<typeof size>(count).fill(size);

it.each([
  ['all pieces alike', { 'LIST#0': times(9, 'small'), 'LIST#1': times(9, 'small') }, 4],
  [
    'one piece empty and one long',
    { 'LIST#0': times(1, 'small'), 'LIST#2': times(25, 'small') },
    10,
  ],
  [
    'a piece that ends its page at 1 MB',
    { 'LIST#0': times(9, 'large'), 'LIST#1': times(9, 'small') },
    12,
  ],
])('a list is read latest first and each row once: %s', async (_, rows, pageSize) => {
  const pages = await (await aList(rows))(pageSize);
  const all = Object.entries(rows).flatMap(([pk, sizes]) =>
    sizes.map((__, index) => `${String(index).padStart(2, '0')}#${pk}`),
  );
  expect(pages.flat()).toEqual(all.toSorted().toReversed());
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(pageSize);
});
