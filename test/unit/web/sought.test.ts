import { expect, it } from 'vitest';
import { soughtBy } from '#web/src/shared/sought';

it.each([
  ['0870 0000 0005', 'phone'],
  ['87000000005', 'phone'],
  ['62870-0000-0005', 'phone'],
  ['620870 0000 0005', 'phone'],
  ['+62 870 0000 0005', 'phone'],
  ['0062 870 0000 0005 1', 'phone'],
  ['021 2345678', 'phone'],
  ['Siti Aminah', 'phone'],
  ['9972016305830001', 'nik'],
  ['9972 0163 0583 0001', 'nik'],
  ['8201016305830001', 'nik'],
  ['997201630583000', 'nik'],
  ['330205', 'nik'],
  ['620105', 'nik'],
  ['WRK_0123456789ABCDEF0123', 'workerId'],
])('takes what was typed for what it most likely is: %s', (text, kind) =>
  expect(Object.keys(soughtBy(text))).toEqual([kind]),
);
