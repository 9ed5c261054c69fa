import { expect, test } from 'vitest';
import { withoutPersonalNumbers } from '#domain/people/personal-numbers';

test.each([
  ['INV/2026/11/0015', 'INV/2026/11/0015'],
  ['0000123456', '0000123456'],
  ['9972010105900001', '…'],
  ['BCA-087000000001-2', 'BCA-…-2'],
  ['INV6287000000001', 'INV…'],
  ['2026-11-11T02:00:00.000Z#bank#9972010105900001', '2026-11-11T02:00:00.000Z#bank#…'],
  [
    '2026-11-11T02:00:00.000Z#wrk_08123456789000000000#before',
    '2026-11-11T02:00:00.000Z#wrk_08123456789000000000#before',
  ],
])('of %s the audit log keeps %s', (key, kept) => expect(withoutPersonalNumbers(key)).toBe(kept));
