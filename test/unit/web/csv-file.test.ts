import { expect, it } from 'vitest';
import { csvBlob, setAside } from '#web/src/shared/csv/csv-file';

it('hands back what was not taken in, in the order of the file', () => {
  const rejected = [
    { line: 7, field: 'nik', value: '12345', reason: 'has 5 digits: a NIK has 16' },
  ];
  expect(setAside({ rejected, conflicts: [{ line: 3, reason: 'is paid already' }] })).toEqual([
    ['3', '', '', 'is paid already'],
    ['7', 'nik', '12345', 'has 5 digits: a NIK has 16'],
  ]);
});

it('writes what Indonesian Excel reads, quotes what would end a cell, and lets nothing be a formula', async () => {
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
