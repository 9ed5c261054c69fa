import { describe, expect, it } from 'vitest';
import { figuresCsv } from '#domain/renewals/files/figure';
import { memberFigures } from '#domain/renewals/files/member-figures';
import { renewalFigures } from '#domain/renewals/files/renewal-figures';

const table = (csv: string) => {
  const [head = '', ...rows] = csv.slice(1).trimEnd().split('\r\n');
  const names = head.split(';');
  return { names, cell: (name: string) => rows[0]?.split(';')[names.indexOf(name)] };
};
const october = {
  ...{ month: '2026-10', by: null, partial: false, due: 3, rates: { onTime: 1 / 3 } },
  reminders: { sent: 4, skipped: { 'held-out': 2 } },
};

describe('the files of finance', () => {
  it('have the same columns whatever was counted in the months', () => {
    const november = { ...october, month: '2026-11', reminders: { sent: 1, skipped: {} } };
    const files = [[october], [november], [october, november], []].map((items) =>
      table(figuresCsv(renewalFigures, items)),
    );
    for (const { names } of files) expect(names).toEqual(files[0]?.names);
  });

  it('name no column twice', () => {
    for (const columns of [renewalFigures, memberFigures])
      expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
  });

  it('say in Indonesian what stands where, with four decimals behind the comma', () => {
    const { cell } = table(figuresCsv(renewalFigures, [october]));
    expect(cell('Bulan iuran')).toBe('2026-10');
    expect(cell('Sebagian')).toBe('tidak');
    expect(cell('Tingkat tepat waktu')).toBe('0,3333');
    expect(cell('SMS dilewati: kelompok pembanding')).toBe('2');
    expect(cell('SMS dilewati: anggaran habis')).toBe('0');
    expect(cell('Dirinci menurut')).toBe('');
  });
});
