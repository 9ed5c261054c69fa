import { describe, expect, test } from 'vitest';
import { parsePhone } from '#domain/people/phone';

describe('an Indonesian mobile number, however it is written', () => {
  test.each([
    ['087000000000', '+6287000000000'],
    ['+6287000000000', '+6287000000000'],
    ['6287000000000', '+6287000000000'],
    ['006287000000000', '+6287000000000'],
    ['+62 870-0000-0000', '+6287000000000'],
    ['0870.0000.0000', '+6287000000000'],
    ['(0870) 0000 0000', '+6287000000000'],
    ['+62 0870 0000 0000', '+6287000000000'],
    ["'087000000000", '+6287000000000'],
    ['87000000000', '+6287000000000'],
    ['\u202a+62 870 0000 0000\u202c', '+6287000000000'],
    ['0870\u20110000\u20110000\u200b', '+6287000000000'],
    ['0870\u00a00000\u20090000', '+6287000000000'],
    ['0811000000', '+62811000000'],
    ['0831000000000', '+62831000000000'],
    ['0899000000000', '+62899000000000'],
  ])('%s is %s', (text, phone) => expect(parsePhone(text)).toEqual({ phone }));
});

describe('what is wrong with it', () => {
  test.each([
    ['0271 632 000', 'is a landline: a text needs a mobile number, which begins with 08'],
    ['+62 21 1234567', 'is a landline: a text needs a mobile number, which begins with 08'],
    [
      '6,28E+12',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      '6.28E+12',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      '+60123456789',
      'is a foreign number: a text needs an Indonesian mobile number such as 0870 0000 0000',
    ],
    ['08700000', 'has 7 digits after +62: a mobile number has 9 to 12'],
    ['08700000000000', 'has 13 digits after +62: a mobile number has 9 to 12'],
    ['084000000000', 'begins with 084, which no Indonesian mobile number does'],
    ['tidak ada', 'is not a phone number: write one such as 0870 0000 0000'],
    ['087000000000 / 087000000001', 'is not a phone number: write one such as 0870 0000 0000'],
    ['', 'is not a phone number: write one such as 0870 0000 0000'],
  ])('"%s" %s', (text, reason) => expect(parsePhone(text)).toMatchObject({ reason }));
});
