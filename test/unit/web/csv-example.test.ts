import { describe, expect, it } from 'vitest';
import { parsePayments, paymentColumns } from '#domain/payments/files/payment-file';
import { workerColumns } from '#domain/people/roster/roster-columns';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { paymentFile } from '#web/src/import/columns/payment-columns';
import { type FileColumns, workerFile } from '#web/src/import/columns/worker-columns';

const exampleOf = (columns: FileColumns): string => {
  const each = Object.values(columns);
  const line = (cells: readonly string[]) => `${cells.join(';')}\n`;
  return line(each.map(({ heading }) => heading)) + line(each.map(({ example }) => example));
};

const optional = (
  columns: Readonly<Record<string, object>>,
  isOptional: string,
): readonly string[] =>
  Object.entries(columns).flatMap(([name, column]) =>
    Object.entries(column).some(([key, is]) => key === isOptional && is) ? [name] : [],
  );

describe.each(['id', 'en'] as const)('the example of a file in %s', (language) => {
  it('is a worker, all of whose cells are understood', () => {
    const { rows, rejected } = parseRoster(exampleOf(workerFile[language]));
    expect(rejected).toEqual([]);
    expect(rows).toMatchObject([
      {
        nik: '9972015708950001',
        facts: { phone: '+6287000000000', coveredThrough: '2026-10', jht: false },
      },
    ]);
  });

  it('is a payment, all of whose cells are understood', () => {
    const { rows, rejected } = parsePayments(exampleOf(paymentFile[language]));
    expect(rejected).toEqual([]);
    expect(rows).toMatchObject([
      {
        notice: { channel: 'bank', amount: 16_800, paidAt: '2026-11-11T02:30:00.000Z', months: 2 },
      },
    ]);
  });

  it('says of the same columns that they may be left out as the API does', () => {
    expect(optional(workerFile[language], 'isOptional')).toEqual(
      optional(workerColumns, 'optional'),
    );
    expect(optional(paymentFile[language], 'isOptional')).toEqual(
      optional(paymentColumns, 'optional'),
    );
  });
});
