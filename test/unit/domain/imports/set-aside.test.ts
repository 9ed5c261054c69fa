import { expect, it } from 'vitest';
import { readSetAside, setAsideHeader, setAsideLines } from '#domain/imports/set-aside';
import { problem } from '#domain/problem';

const rejected = [
  { line: 7, field: 'nik', value: '12;"3\n4"\r\n', ...problem('nik-length', { digits: 5 }) },
];
const conflicts = [{ line: 3, ...problem('line-busy') }];
const warnings = [{ line: 2, field: 'no', value: 'no', ...problem('unknown-column') }];
const text = setAsideHeader + setAsideLines({ rejected, conflicts, warnings });
const all = [
  { kind: 'warning', ...warnings[0] },
  { kind: 'conflict', field: '', value: '', ...conflicts[0] },
  { kind: 'rejected', ...rejected[0] },
];

it('is read as it was written, in the order of the file', () =>
  expect(readSetAside(text)).toEqual(all));

it('is read up to its last whole line, wherever it is cut off', () => {
  for (let end = 0; end < text.length; end++) {
    const lines = readSetAside(text.slice(0, end));
    expect(lines).toEqual(all.slice(0, lines.length));
    expect(lines.length).toBeLessThan(all.length);
  }
});
