import { expect, it } from 'vitest';
import { dialled } from '#domain/people/call-list/dialled';

it.each([
  ['+6287000000213', '0870 0000 0213'],
  ['087000000213', '0870 0000 0213'],
  ['0870-0000-0213', '0870 0000 0213'],
  ['0870 0000 0213', '0870 0000 0213'],
  ['+628700000021', '0870 0000 021'],
  ['021 555 1234', '021 555 1234'],
  ['+1 202 555 0100', '+1 202 555 0100'],
  ['Siti', 'Siti'],
])('shows a phone one way, typed or kept: %s', (phone, shown) =>
  expect(dialled(phone)).toBe(shown),
);
