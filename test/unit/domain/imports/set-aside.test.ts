import { expect, it } from 'vitest';
import { readSetAside, setAsideHeader, setAsideLines } from '#domain/imports/set-aside';
import { problem } from '#domain/problem';

it('is read as it was written, in the order of the file', () => {
  const rejected = [
    { line: 7, field: 'nik', value: '12;"3\n4"', ...problem('nik-length', { digits: 5 }) },
  ];
  const conflicts = [{ line: 3, ...problem('line-busy') }];
  const warnings = [{ line: 2, field: 'no', value: 'no', ...problem('unknown-column') }];
  const text = setAsideHeader + setAsideLines({ rejected, conflicts, warnings });
  expect(readSetAside(text)).toEqual([
    { kind: 'warning', ...warnings[0] },
    { kind: 'conflict', field: '', value: '', ...conflicts[0] },
    { kind: 'rejected', ...rejected[0] },
  ]);
});
