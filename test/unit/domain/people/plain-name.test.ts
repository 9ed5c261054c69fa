import { describe, expect, it } from 'vitest';
import { plainName } from '#domain/people/plain-name';

describe('a name as it is looked for', () => {
  it.each([
    ['Siti Aminah', 'siti aminah'],
    ['  SITI   AMINAH ', 'siti aminah'],
    ['Nur’Aini', 'nuraini'],
    ["Nur'aini", 'nuraini'],
    ['M.Yusuf', 'm yusuf'],
    ['Hj. Siti-Aminah, S.Pd', 'hj siti aminah s pd'],
    ['José Ximenes', 'jose ximenes'],
    ['Ｓｉｔｉ', 'siti'],
    ['Wayan 2', 'wayan 2'],
    ['—', ''],
  ])('%j is %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it('stays far below the 1 KB of a key, whatever a hundred letters become', () => {
    const long = plainName('\ufdfa'.repeat(100));
    expect(Buffer.byteLength(long)).toBeLessThan(300);
    expect(long.length).toBeGreaterThan(50);
  });

  it('is the same of a plain name', () => {
    const long = plainName(`${'a'.repeat(59)} b`);
    expect(plainName(long)).toBe(long);
  });
});
