import { describe, expect, it } from 'vitest';
import { csvText } from '#domain/csv/text';

const bom = '\uFEFF';

describe('a CSV for Indonesian Excel', () => {
  it('begins with a byte order mark, and has semicolons and Windows line ends', () => {
    const rows = [
      ['month', 'due'],
      ['2026-11', 1_000],
    ];
    expect(csvText(rows)).toBe(`${bom}month;due\r\n2026-11;1000\r\n`);
  });

  it.each([
    ['a fraction has a decimal comma', 0.61, '0,61'],
    ['a whole number has no separators', 8_400_000, '8400000'],
    ['a number below zero is no formula', -3_468_000, '-3468000'],
    ['a fraction below zero', -0.5, '-0,5'],
    ['what is not known is empty', null, ''],
    ['no is a word', false, 'false'],
    ['a text that Excel would run is shown as it is', '=1+1', "'=1+1"],
    ['so are its sisters', '@SUM(A1)', "'@SUM(A1)"],
    ['a semicolon is quoted', 'a;b', '"a;b"'],
    ['quotes are doubled', 'so "called"', '"so ""called"""'],
  ])('%s', (_, value, cell) => {
    expect(csvText([[value]])).toBe(`${bom}${cell}\r\n`);
  });
});
