import { describe, expect, test } from 'vitest';
import { cleanText } from '#domain/clean-text';

/** Every character of Unicode from `first` to `last`. */
const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

describe('what nobody sees', () => {
  test.each([
    ['control characters, NUL among them', [...range(0, 8), ...range(14, 31), '\x7f']],
    ['a soft hyphen', ['\u00ad']],
    ['zero-width spaces, joiners and direction marks', range(0x200b, 0x200f)],
    ['embeddings and overrides', range(0x202a, 0x202e)],
    ['a word joiner and invisible operators', range(0x2060, 0x2064)],
    ['isolates', range(0x2066, 0x2069)],
    ['a byte order mark', ['\ufeff']],
    ['letters without a shape', ['\u115f', '\u3164', '\uffa0', '\u034f', '\u180e', '\u061c']],
    ['half a surrogate pair', ['\ud83d', '\udc00']],
  ])('%s, before, in and after a name', (_, characters) => {
    for (const it of characters) expect(cleanText(`${it}Si${it}ti${it}`)).toBe('Siti');
  });
});

describe('what looks like something else', () => {
  test.each([
    ['spaces', ['\t', '\n', '\r\n', '\v', '\u00a0', '\u1680', '\u2007', '\u2009', '\u202f'], ' '],
    ['wide spaces', ['\u2003', '\u205f', '\u3000', '\u2028', '\x85', '\u2800', '   '], ' '],
    ['dashes', [...range(0x2010, 0x2015), '\u2212', '\ufe58', '\ufe63', '\uff0d'], '-'],
  ])('%s', (_, characters, plain) => {
    for (const it of characters) expect(cleanText(`Siti${it}Aminah`)).toBe(`Siti${plain}Aminah`);
  });

  test('an accent that is a character of its own, as a Mac writes it', () =>
    expect(cleanText('Rene\u0301')).toBe('René'));
});

test.each(['Siti Aminah, S.Pd.', "Nur'aini", 'INV/2026/11/0015 #7?', 'Wayan Ñé ကက', 'ꦱꦶꦠꦶ', '😀'])(
  '%s stays as it is',
  (text) => expect(cleanText(text)).toBe(text),
);

test.each(['\u200b', ' ', '\u00a0', '-\u2013', 'a\u200b', '\ud83d'])(
  'sixteen times as much of %j costs some sixteen times the work, not its square',
  (piece) => {
    const cost = (count: number): number => {
      const text = `é${piece.repeat(count)}x`;
      const before = process.threadCpuUsage().user;
      cleanText(text);
      return process.threadCpuUsage().user - before;
    };
    const least = (count: number) => Math.min(...Array.from({ length: 3 }, () => cost(count)));
    expect(least(800_000) / Math.max(2_000, least(50_000))).toBeLessThan(100);
  },
);
