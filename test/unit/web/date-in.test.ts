import { describe, expect, it } from 'vitest';
import { dateIn } from '#web/src/shared/days/date-in';

describe('a date that somebody writes', () => {
  it.each([
    '01/11/2026',
    '1/11/2026',
    '1-11-2026',
    '1.11.2026',
    '1 11 2026',
    '1 November 2026',
    ' 1 nov 2026 ',
    '2026-11-01',
    '2026/11/1',
  ])('is the first of November: %s', (text) => expect(dateIn(text, 'day')).toBe('2026-11-01'));

  it.each([
    ['17 Agustus 2026', '2026-08-17'],
    ['17 August 2026', '2026-08-17'],
    ['31 Mei 2026', '2026-05-31'],
    ['31 May 2026', '2026-05-31'],
    ['12 Des 2026', '2026-12-12'],
    ['26/11/2026', '2026-11-26'],
    ['11/26', null],
    ['11/16/2026', null],
    ['31/11/2026', null],
    ['29/02/2027', null],
    ['1/11/26', null],
    ['26-11-01', null],
    ['01112026', null],
    ['2026', null],
    ['1 N 2026', null],
    ['1 Foo 2026', null],
    ['1 11 2026 7', null],
    ['', null],
  ])('is read as it is meant, or not at all: %s', (text, date) =>
    expect(dateIn(text, 'day')).toBe(date),
  );
});

it.each([
  ['11/2026', '2026-11'],
  ['2026/11', '2026-11'],
  ['2026-11', '2026-11'],
  ['November 2026', '2026-11'],
  ['13/2026', null],
  ['11/26', null],
  ['1/11/2026', null],
])('reads a month: %s', (text, month) => expect(dateIn(text, 'month')).toBe(month));
