import { describe, expect, test } from 'vitest';
import { parsePayments } from '#domain/payments/files/payment-file';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { header, siti } from './roster-given.ts';

/** So many lines, the first of which have a NIK that Excel has rounded. */
const niks = (lines: number, rounded: number): readonly string[] =>
  Array.from({ length: lines }, (_, index) => {
    const born = `${41 + (index % 28)}05${String(10 + Math.floor(index / 28)).padStart(2, '0')}`;
    return `997201${born}${index < rounded ? '0010' : '0011'}`;
  });
const roster = (lines: number, rounded: number): string =>
  [header, ...niks(lines, rounded).map((nik) => siti.replace(/^\d+/, nik))].join('\n');
const payments = (lines: number, rounded: number): string =>
  [
    'reference,channel,nik,amount,paid_at',
    ...niks(lines, rounded).map((nik, index) => `R-${index},bank,${nik},8400,2026-11-11 09:30`),
  ].join('\n');

describe.each([
  ['a roster', roster, parseRoster],
  ['a file of payments', payments, parsePayments],
])('%s whose NIKs Excel has rounded', (_, file, parse) => {
  test.each([
    [10, 6],
    [12, 12],
    [1_000, 501],
  ])('%i lines, %i of which end in 0: it is refused whole, in one sentence', (lines, rounded) => {
    expect(() => parse(file(lines, rounded))).toThrow(
      `${rounded} of the ${lines} NIKs end in 0: Excel keeps 15 digits of a number and makes the ` +
        'last one 0. Format the column as text, enter the NIKs again from their source, and ' +
        'import the file then',
    );
  });

  test.each([
    [9, 9],
    [10, 5],
    [1_000, 100],
  ])('%i lines, %i of which end in 0: that happens, and it is taken', (lines, rounded) => {
    expect(parse(file(lines, rounded))).toMatchObject({ rejected: [] });
    expect(parse(file(lines, rounded)).rows).toHaveLength(lines);
  });

  test('blank lines, and the form of the number, do not hide it', () => {
    const text = file(10, 6)
      .replaceAll('\n', '\n\n')
      .replace(/997201/g, "'9972.01 ");
    expect(() => parse(text)).toThrow(/^6 of the 10 NIKs end in 0/);
  });
});

test('a payment with the serial 0000, which nobody has, is kept with a warning', () => {
  const file = payments(1, 0).replace('0011', '0000');
  const nik = '9972014105100000';
  expect(parsePayments(file)).toMatchObject({
    rows: [{ line: 2, nik }],
    rejected: [],
    warnings: [{ line: 2, field: 'nik', value: nik, code: 'nik-serial' }],
  });
});
