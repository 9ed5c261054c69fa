import { describe, expect, test } from 'vitest';
import { nikLast4, parseNik } from '#domain/people/nik';

describe('a NIK, however it is written', () => {
  test.each([
    ['3372010105900000', 'a man born on 1 May 1990'],
    ['3372014105900000', 'a woman born on 1 May 1990'],
    ['3372013112990000', 'the 31st'],
    ['3372017112990000', 'a woman’s 31st'],
    ['3372 0101 0590 0000', 'with spaces'],
    ["'3372010105900000", 'with Excel’s apostrophe'],
    ['33.7201.010590.0000', 'with dots'],
  ])('%s: %s', (text) => expect(parseNik(text)).toEqual({ nik: text.replace(/\D/g, '') }));

  test('only its last four digits are kept', () =>
    expect(nikLast4('3372010105900000')).toBe('0000'));
});

describe('what is wrong with it', () => {
  test.each([
    ['337201010590000', 'has 15 digits: a NIK has 16'],
    ['33720101059000000', 'has 17 digits: a NIK has 16'],
    [
      '3,37E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      '3.37201E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    ['337201010590000X', 'has characters that are not digits: a NIK has 16 digits'],
    ['', 'is empty: it has to be the 16 digits of the NIK'],
    [
      '3372010005900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '3372013205900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '3372014005900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '3372017205900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '3372018105900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '3372010113900000',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
  ])('"%s" %s', (text, reason) => expect(parseNik(text)).toMatchObject({ reason }));
});
