import { expect, test } from 'vitest';
import { keptItem, keptReference } from '#domain/payments/kept-reference';

test.each([
  ['INV/2026/11/0015', 'INV/2026/11/0015'],
  ['0000123456', '0000123456'],
  ['9972010105900001', '…'],
  ['BCA-087000000001-2', 'BCA-…-2'],
  ['INV6287000000001', 'INV…'],
  ['Siti', '(no code)'],
  ['Siti Aminah 2', '(no code)'],
])('of the reference %s the audit log keeps %s', (reference, kept) =>
  expect(keptReference(reference)).toBe(kept),
);

const time = '2026-11-11T02:00:00.000Z';
test.each([
  [`${time}#bank#P-1`, `${time}#bank#P-1`],
  [`${time}#bank#9972010105900001`, `${time}#bank#…`],
  [`${time}#bank#Siti#Aminah`, `${time}#bank#(no code)`],
  [
    `${time}#wrk_08123456789000000000#2026-11#before`,
    `${time}#wrk_08123456789000000000#2026-11#before`,
  ],
])('of the item %s it keeps %s', (id, kept) => expect(keptItem(id)).toBe(kept));
