import { expect, it } from 'vitest';
import { blobOf, joined, partIn } from '#web/src/shared/csv/parts';

const answer = (body: string, headers: Readonly<Record<string, string>> = {}): Response => {
  const of = new Response(`\uFEFF${body}`, {
    headers: { 'content-disposition': 'attachment; filename="workers-2026-11.csv"', ...headers },
  });
  Object.defineProperty(of, 'url', {
    value: 'https://ingat.example/api/workers.csv?month=2026-11',
  });
  return of;
};

const link = { link: '<?month=2026-11&cursor=a.b>; rel="next"' };

it('a file that was cut names where it goes on, one that is whole does not', async () => {
  expect(await partIn(answer('Nama\r\nSiti\r\nTerpotong\r\n', link))).toEqual({
    name: 'workers-2026-11.csv',
    text: 'Nama\r\nSiti\r\nTerpotong\r\n',
    next: '/api/workers.csv?month=2026-11&cursor=a.b',
  });
  expect((await partIn(answer('Nama\r\n'))).next).toBeNull();
});

it('two parts are one file with one heading, without the line that the first was cut', async () => {
  const first = await partIn(answer('Nama\r\nSiti\r\nTerpotong\r\n', link));
  const second = await partIn(answer('Nama\r\nBudi\r\n'));
  const bytes = new Uint8Array(await blobOf(joined(first, second)).arrayBuffer());
  const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(read).toBe('\uFEFFNama\r\nSiti\r\nBudi\r\n');
  const none = await partIn(answer('Nama\r\nTerpotong\r\n', link));
  expect(joined(none, second).text).toBe('Nama\r\nBudi\r\n');
});
