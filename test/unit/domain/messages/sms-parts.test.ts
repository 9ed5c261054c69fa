import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { smsParts } from '#domain/messages/sms-parts';

const flower = '🌸';

describe('how many parts a text takes', () => {
  test.each([
    ['160 plain characters', 'a'.repeat(160), 1],
    ['161 plain characters', 'a'.repeat(161), 2],
    ['306 plain characters, twice 153', 'a'.repeat(306), 2],
    ['307 plain characters', 'a'.repeat(307), 3],
    ['80 euro signs, which count double', '€'.repeat(80), 1],
    ['81 euro signs', '€'.repeat(81), 2],
    [
      'a euro sign that would be split at 153 moves over: 305 places are three parts',
      `${'a'.repeat(152)}€${'a'.repeat(152)}`,
      3,
    ],
    ['and 304 are two', `${'a'.repeat(152)}€${'a'.repeat(151)}`, 2],
    ['70 characters, one of them Javanese', `${'a'.repeat(69)}ꦲ`, 1],
    ['71 characters, one of them Javanese', `${'a'.repeat(70)}ꦲ`, 2],
    ['134, twice 67', `${'a'.repeat(133)}ꦲ`, 2],
    ['135', `${'a'.repeat(134)}ꦲ`, 3],
    ['35 flowers, two places each', flower.repeat(35), 1],
    ['36 flowers', flower.repeat(36), 2],
    ['67 flowers: 33 fit in a part and none is split', flower.repeat(67), 3],
    ['a line break', 'Yth.\nSiti', 1],
    ['nothing', '', 1],
  ])('%s: %#', (_, text, parts) => expect(smsParts(text)).toBe(parts));
});

test('the shortcut for plain texts says what the full count says', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."aZ9 @é_\n\r'{€~Ωçñ…ꦲ🌸"), maxLength: 320 }),
      (text) => {
        expect(smsParts(text)).toBe(new SegmentedMessage(text).segmentsCount);
      },
    ),
  ));
