import { expect, it } from 'vitest';
import { csvBlob } from '#web/src/shared/csv/csv-file';

it('writes what Indonesian Excel reads, quotes separators and defuses formulas', async () => {
  const rows = [
    ['a;b', 'say "yes"'],
    ['=1+1', '-5'],
    ['@x', '-3,5'],
  ];
  const bytes = new Uint8Array(await csvBlob(rows).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
    '"a;b";"say ""yes"""',
    "'=1+1;-5",
    "'@x;-3,5",
    '',
  ]);
});
