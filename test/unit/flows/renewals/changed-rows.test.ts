import { expect, it } from 'vitest';
import { changedRows } from '#flows/renewals/changed-rows';

it('knows of each row that changed whether it is still there', () => {
  const changed = changedRows();
  expect(changed.note('siti', true)).toBe(false);
  expect(changed.note('budi', true)).toBe(false);
  expect(changed.note('budi', false)).toBe(true);
  expect(changed.note('ayu', false)).toBe(false);
  expect(changed.note('ayu', true)).toBe(false);
  expect(['siti', 'budi', 'ayu', 'dewi'].map(changed.has)).toEqual([true, true, true, false]);
  expect(changed.present()).toBe(2);
});

it('takes at most 43 bytes for each of many, and confuses none', () => {
  const changed = changedRows();
  const names = Array.from({ length: 50_000 }, (_, index) => `wrk_${index}#reminder#2026-11#eve`);
  for (const [index, name] of names.entries()) changed.note(name, index % 3 > 0);
  expect(changed.bytes() / names.length).toBeLessThan(43);
  expect(names.every(changed.has)).toBe(true);
  expect(names.some((name) => changed.has(`${name}r`))).toBe(false);
  expect(changed.present()).toBe(names.filter((_, index) => index % 3 > 0).length);
});
