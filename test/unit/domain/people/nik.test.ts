import { describe, expect, test } from 'vitest';
import { nikLast4, parseNik, parsePayerNik } from '#domain/people/nik';

describe('a NIK, however it is written', () => {
  test.each([
    ['9972010105900001', 'a man born on 1 May 1990'],
    ['9972014105900001', 'a woman born on 1 May 1990'],
    ['9972013112990001', 'the 31st'],
    ['9972017112990001', 'a woman’s 31st'],
    ['9972 0101 0590 0001', 'with spaces'],
    ["'9972010105900001", 'with Excel’s apostrophe'],
    ['99.7201.010590.0001', 'with dots'],
    ['\u200e9972010105900001\u00ad', 'with a direction mark and a soft hyphen'],
    ['9972\u20130101\u00a00590\u30000001', 'with a dash and odd spaces'],
  ])('%s: %s', (text) => expect(parseNik(text)).toEqual({ nik: text.replace(/\D/g, '') }));

  test('only its last four digits are kept', () =>
    expect(nikLast4('9972010105900001')).toBe('0001'));
});

test('of a payment even the serial 0000, which nobody has, is taken', () => {
  expect(parsePayerNik('9972010105900000')).toEqual({ nik: '9972010105900000' });
  expect(parsePayerNik('997201010590000')).toMatchObject({ code: 'nik-length' });
});

describe('what is wrong with it', () => {
  test.each([
    ['997201010590000', 'has 15 digits: a NIK has 16'],
    ['99720101059000010', 'has 17 digits: a NIK has 16'],
    [
      '3,37E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      '3.37201E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      '9972010105900000',
      'has the serial 0000, which nobody has: Excel keeps 15 digits of a number and makes the last one 0',
    ],
    ['997201010590001X', 'has characters that are not digits: a NIK has 16 digits'],
    ['', 'is empty: it has to be the 16 digits of the NIK'],
    [
      '9972010005900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '9972013205900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '9972014005900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '9972017205900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '9972018105900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
    [
      '9972010113900001',
      'has no date of birth in digits 7 to 12: day (a woman’s plus 40), month, year',
    ],
  ])('"%s" %s', (text, reason) => expect(parseNik(text)).toMatchObject({ reason }));
});
