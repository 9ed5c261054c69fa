import { describe, expect, test } from 'vitest';
import { parsePayments } from '#domain/payments/files/payment-file';
import { Refused } from '#domain/refused';

const header = 'reference,channel,nik,amount,paid_at,months';
const line = 'EX-1,bank,9972014105900001,8400,2026-11-11T09:30:00+07:00,1';
const read = {
  nik: '9972014105900001',
  notice: {
    reference: 'EX-1',
    channel: 'bank',
    amount: 8_400,
    paidAt: '2026-11-11T02:30:00.000Z',
    months: 1,
  },
};
const cells = {
  reference: 'EX-1',
  channel: 'bank',
  nik: '9972014105900001',
  amount: '8400',
  paid_at: '2026-11-11 09:30',
  months: '',
};
/** One row that is right but for the cells that are named. */
const file = (changed: Readonly<Record<string, string>>) => {
  const row = { ...cells, ...changed };
  return `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
};
const noticeOf = (changed: Readonly<Record<string, string>>) =>
  parsePayments(file(changed)).rows[0]?.notice;

describe('the same payment, however it was saved', () => {
  test.each([
    ['plain', `${header}\n${line}\n`],
    [
      'by Excel in Indonesia: BOM, semicolons, CRLF',
      `\uFEFF${header}\r\n${line}\r\n`.replaceAll(',', ';'),
    ],
    ['with all fields quoted', `${header}\n${line}`.replace(/[^,\n]+/g, '"$&"')],
    ['with blank lines after it', `${header}\n${line}\n\n,,,,,\n`],
    [
      'in Indonesian',
      'No Referensi;Kanal;No KTP;Nominal;Tanggal Bayar;Jumlah Bulan\n' +
        'EX-1;Bank;9972014105900001;Rp 8.400,-;11/11/2026 09.30;1',
    ],
    [
      'with its columns in another order',
      `months,paid_at,amount,nik,channel,reference\n${line.split(',').reverse().join(',')}`,
    ],
  ])('%s', (_, text) =>
    expect(parsePayments(text)).toEqual({
      rows: [{ line: 2, ...read }],
      amounts: new Map([[2, 8_400]]),
      rejected: [],
      warnings: [],
    }),
  );

  test('as an office saves it: sep=;, empty columns, one of its own, marks that nobody sees', () => {
    const marked = line.replace('EX-1', '\u200bEX\u20111\u00a0');
    const text = `sep=;,,\r\n${header},catatan,,\r\n${marked},lunas,,`.replaceAll(',', ';');
    expect(parsePayments(text)).toMatchObject({
      rows: [{ line: 3, ...read }],
      rejected: [],
      warnings: [{ line: 2, field: 'catatan', code: 'unknown-column' }],
    });
  });

  test('without the column months, which it need not have', () =>
    expect(
      parsePayments(`${header.replace(',months', '')}\n${line.replace(/,1$/, '')}`).rows[0]?.notice
        .months,
    ).toBeNull());
});

describe('a time', () => {
  test.each([
    ['2026-11-11 10:00', '2026-11-11T03:00:00.000Z'],
    ['2026-11-11T10:00:30', '2026-11-11T03:00:30.000Z'],
    ['2026-11-11 7:05', '2026-11-11T00:05:00.000Z'],
    ['11/11/2026 10:00', '2026-11-11T03:00:00.000Z'],
    ['1-12-2026 10.00', '2026-12-01T03:00:00.000Z'],
    ['2026-11-11', '2026-11-10T17:00:00.000Z'],
    ['2026-11-11T10:00+09:00', '2026-11-11T01:00:00.000Z'],
    ['2026-11-11T03:00:00.000Z', '2026-11-11T03:00:00.000Z'],
    ['2026-11-11 10:00:00 +08:00', '2026-11-11T02:00:00.000Z'],
    ['2026-10-31 23:59:59', '2026-10-31T16:59:59.000Z'],
  ])('%s, in Jakarta unless it says otherwise', (text, paidAt) =>
    expect(noticeOf({ paid_at: text })?.paidAt).toBe(paidAt),
  );
});

describe('a line is set aside with its field and reason', () => {
  test.each([
    ['reference', '', 'is empty'],
    ['reference', '3,37E+15', 'shortened by Excel'],
    ['reference', 'x'.repeat(101), '101 characters'],
    ['channel', '', 'is not a channel'],
    ['channel', 'bank#1', 'is not a channel'],
    ['nik', '997201410590000', '15 digits'],
    ['nik', '3,37E+15', 'Excel'],
    ['amount', '0', 'whole rupiah'],
    ['amount', '-8400', 'whole rupiah'],
    ['amount', '8400,50', 'whole rupiah'],
    ['amount', '1000000001', 'whole rupiah'],
    ['amount', '', 'whole rupiah'],
    ['paid_at', '', 'is not a time'],
    ['paid_at', 'yesterday', 'is not a time'],
    ['paid_at', '2026-02-30 10:00', 'is not a time'],
    ['paid_at', '2026-13-01', 'is not a time'],
    ['paid_at', '2026-11-11 25:00', 'is not a time'],
    ['paid_at', '46337', 'is not a time'],
    ['months', '0', 'from 1 to 12'],
    ['months', '13', 'from 1 to 12'],
    ['months', '1.5', 'from 1 to 12'],
  ])('%s: %s', (field, value, reason) =>
    expect(parsePayments(file({ [field]: value }), 100)).toMatchObject({
      rows: [],
      rejected: [
        { line: 100, field, value: value.slice(0, 100), reason: expect.stringContaining(reason) },
      ],
    }),
  );

  test('and stops no other', () => {
    const { rows, rejected } = parsePayments(
      `${header}\n${line}\n"EX-2,bank\nEX-3,bank,1\n${line.replace('EX-1', 'EX-4')}`,
    );
    expect(rows.map((row) => [row.line, row.notice.reference])).toEqual([
      [2, 'EX-1'],
      [5, 'EX-4'],
    ]);
    expect(rejected.map((rejection) => rejection.line)).toEqual([3, 4]);
  });
});

test.each(['', 'a,b\n1,2', 'reference,channel,nik,amount\n'])(
  'a file that cannot be read is refused: %j',
  (text) => expect(() => parsePayments(text)).toThrow(Refused),
);
