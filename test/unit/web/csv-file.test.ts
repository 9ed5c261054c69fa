import { expect, it } from 'vitest';
import { problem } from '#domain/problem';
import { csvBlob, setAside } from '#web/src/shared/csv/csv-file';

it('hands back what was not taken in, in the order of the file', () => {
  const rejected = [
    { line: 7, field: 'nik', value: '12345', ...problem('nik-length', { digits: 5 }) },
  ];
  const conflicts = [{ line: 3, ...problem('line-busy') }];
  expect(setAside({ rejected, conflicts })).toEqual([
    { line: 3, field: '', value: '', ...problem('line-busy') },
    ...rejected,
  ]);
});

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
