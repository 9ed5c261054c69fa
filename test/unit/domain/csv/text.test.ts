import { describe, expect, it } from 'vitest';
import { csvOfObjects } from '#domain/csv/text';

const bom = '\uFEFF';

describe('a CSV for Indonesian Excel', () => {
  it('begins with a byte order mark, and has semicolons and Windows line ends', () => {
    expect(csvOfObjects([{ month: '2026-11', due: 1_000 }])).toBe(
      `${bom}month;due\r\n2026-11;1000\r\n`,
    );
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
    expect(csvOfObjects([{ value }])).toBe(`${bom}value\r\n${cell}\r\n`);
  });

  it('lays objects out as columns, and leaves lists out', () => {
    expect(
      csvOfObjects([
        {
          month: '2026-11',
          rates: { renewal: 0.7, recovery: null },
          effect: { heldOut: { due: 100 } },
          curve: [[0, 1]],
        },
      ]),
    ).toBe(`${bom}month;rates.renewal;rates.recovery;effect.heldOut.due\r\n2026-11;0,7;;100\r\n`);
  });

  it('has a column for whatever any of its rows has, in the order in which they come', () => {
    expect(
      csvOfObjects([
        { month: '2026-11', skipped: { stopped: 1 } },
        { month: '2026-12', skipped: { 'no-phone': 2 } },
      ]),
    ).toBe(`${bom}month;skipped.stopped;skipped.no-phone\r\n2026-11;1;\r\n2026-12;;2\r\n`);
  });
});
