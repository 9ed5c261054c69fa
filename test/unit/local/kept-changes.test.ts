import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryChangedRows } from '#local/memory/recounts';
import { keptChanges } from '../../../bin/recount/kept-changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingat-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['in memory', memoryChangedRows],
  ['in a file', () => keptChanges(folder).rows()],
])('rows that changed, %s', (_, empty) => {
  it('says of each whether it is still there', () => {
    const changed = empty();
    expect(changed.present()).toBe(0);
    expect(changed.note('siti', true)).toBe(false);
    expect(changed.note('budi', true)).toBe(false);
    expect(changed.note('budi', false)).toBe(true);
    expect(changed.note('ayu', false)).toBe(false);
    expect(changed.note('ayu', true)).toBe(false);
    expect(['siti', 'budi', 'ayu', 'dewi'].map(changed.has)).toEqual([true, true, true, false]);
    expect(changed.present()).toBe(2);
  });
});
